import { LABELS, ROLES } from '#kernel/core';
import { ACTIONS, may } from './permissions.js';

describe('The permission table', () => {
  it('refuses what it does not name', () => {
    expect(may([], 'safety-event.read')).toBeUndefined();
    expect(may(['executive', 'analyst'], 'safety-event.read')).toBeUndefined();
    expect(may(['org-admin'], 'safety-event.list')).toBeUndefined();
  });

  it('shows a reporter their own reports only, and a risk manager all of them without the reporter', () => {
    expect(may(['reporter'], 'safety-event.read')).toMatchObject({ scope: 'own', labels: ['OPER', 'PHI', 'IDENT'] });
    const wide = may(['reporter', 'risk-manager'], 'safety-event.read');
    expect(wide).toMatchObject({ role: 'risk-manager', scope: 'all', labels: ['OPER', 'PHI', 'SHARED'] });
    expect(may(['risk-manager'], 'safety-event.read-reporter')?.labels).toEqual(['IDENT']);
  });

  it('lets whoever reports follow their own reports, and see who read them, whatever else they are', () => {
    for (const role of ['reporter', 'liaison', 'review-chair', 'review-member', 'risk-manager'] as const)
      expect(may([role], 'safety-event.follow-own')).toMatchObject({ scope: 'own' });
    expect(may(['reporter'], 'safety-event.see-readers')).toMatchObject({ scope: 'own', labels: ['OPER'] });
    expect(may(['risk-manager'], 'safety-event.see-readers')).toMatchObject({ scope: 'all', labels: ['OPER'] });
  });

  it('keeps inbox, comparison, feedback report and data quality for risk managers', () => {
    for (const action of [
      'safety-event.inbox',
      'safety-event.compare',
      'feedback-report.read',
      'data-quality.read',
    ] as const)
      expect(ROLES.filter((role) => may([role], action))).toEqual(['risk-manager']);
  });

  it('shows an auditor that a record is there, and nothing of it', () => {
    expect(may(['auditor'], 'safety-event.read')).toMatchObject({ scope: 'all', labels: [] });
  });

  it('lets an administrator alone ask for a person to be forgotten', () => {
    expect(may(['org-admin'], 'subject.forget')).toMatchObject({ labels: [] });
    expect(may(['risk-manager'], 'subject.forget')).toBeUndefined();
  });

  it('opens counsel’s part of a case to the risk manager, and to nobody else', () => {
    const seen = ACTIONS.flatMap((action) =>
      ROLES.flatMap((role) => (may([role], action)?.labels.includes('LEGAL') ? [`${role} ${action}`] : [])),
    );
    expect(seen).toEqual(['risk-manager resolution-case.list', 'risk-manager resolution-case.read']);
  });

  it('never opens privileged or caregiver-support content in this step, to anyone', () => {
    const closed = LABELS.filter((label) => ['PEER', 'PSWP', 'CARE'].includes(label));
    const shown = ACTIONS.flatMap((action) => ROLES.flatMap((role) => may([role], action)?.labels ?? []));
    expect(shown.filter((label) => closed.includes(label))).toEqual([]);
  });

  it('gives families and the network nothing of an organization but the proof of its ledger', () => {
    const open = (role: 'family' | 'network-steward') => ACTIONS.filter((action) => may([role], action));
    expect(open('family')).toEqual([]);
    expect(open('network-steward')).toEqual(['ledger.verify']);
  });
});
