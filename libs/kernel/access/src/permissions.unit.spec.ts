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

  it('lets a reporter attach to their own reports, and only a risk manager open what is attached', () => {
    expect(may(['reporter'], 'safety-event.attach')).toMatchObject({ scope: 'own', labels: [] });
    expect(may(['reporter', 'risk-manager'], 'safety-event.attach')).toMatchObject({ scope: 'all' });
    expect(may(['reporter'], 'safety-event.list-attachments')).toMatchObject({ scope: 'own', labels: ['OPER', 'PHI'] });
    const opening = ROLES.filter((role) => may([role], 'safety-event.open-attachment'));
    expect(opening).toEqual(['risk-manager']);
  });

  it('lets those who report add to their own, and a risk manager write about all', () => {
    for (const action of ['safety-event.add', 'safety-event.message'] as const) {
      for (const role of ['reporter', 'liaison', 'review-chair', 'review-member'] as const)
        expect(may([role], action)).toMatchObject({ scope: 'own', labels: [] });
      expect(may(['reporter', 'risk-manager'], action)).toMatchObject({ role: 'risk-manager', scope: 'all' });
      expect(may(['executive', 'analyst', 'auditor', 'org-admin', 'claims'], action)).toBeUndefined();
    }
  });

  it('leaves what follows a report to the risk manager', () => {
    const verbs = [
      'report',
      'add',
      'message',
      'import',
      'list',
      'read',
      'attach',
      'list-attachments',
      'see-readers',
      'follow-own',
    ];
    const theirs = verbs.map((verb) => `safety-event.${verb}`);
    const others = ACTIONS.filter((action) => action.startsWith('safety-event.') && !theirs.includes(action));
    expect(others.length).toBeGreaterThan(20);
    for (const action of others) expect(ROLES.filter((role) => may([role], action))).toEqual(['risk-manager']);
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

  it('shows a concern to the risk manager without its submitter, to a liaison where it is theirs, to a reporter never', () => {
    expect(may(['risk-manager'], 'concern.read')).toMatchObject({ scope: 'all', labels: ['OPER', 'PHI', 'SHARED'] });
    expect(may(['liaison'], 'concern.list')).toMatchObject({ scope: 'own', labels: ['OPER', 'PHI', 'SHARED'] });
    expect(may(['auditor'], 'concern.read')).toMatchObject({ scope: 'all', labels: [] });
    expect(ACTIONS.filter((action) => action.startsWith('concern.') && may(['reporter'], action))).toEqual([
      'concern.enter',
      'concern.attach',
    ]);
    expect(may(['reporter'], 'concern.attach')).toMatchObject({ scope: 'own', labels: [] });
    expect(may(['liaison'], 'concern.open-attachment')).toMatchObject({ scope: 'own', labels: ['OPER', 'PHI'] });
    expect(ROLES.filter((role) => may([role], 'concern.read-submitter'))).toEqual(['risk-manager']);
  });

  it('shows the kept facts of a case to its liaison and the risk manager, who alone clears them for sharing', () => {
    expect(may(['risk-manager'], 'facts.read')).toMatchObject({ scope: 'all', labels: ['OPER', 'PHI', 'SHARED'] });
    expect(may(['liaison'], 'facts.read')).toMatchObject({ scope: 'own', labels: ['OPER', 'PHI', 'SHARED'] });
    expect(ROLES.filter((role) => may([role], 'facts.read'))).toEqual(['liaison', 'risk-manager']);
    expect(ROLES.filter((role) => may([role], 'facts.record'))).toEqual(['liaison', 'risk-manager']);
    expect(ROLES.filter((role) => may([role], 'facts.clear'))).toEqual(['risk-manager']);
  });

  it('lets an administrator alone ask for a person to be forgotten', () => {
    expect(may(['org-admin'], 'subject.forget')).toMatchObject({ labels: [] });
    expect(may(['risk-manager'], 'subject.forget')).toBeUndefined();
  });

  it('shows a liaison their own deadlines, and lets them stop no clock but those', () => {
    expect(may(['liaison'], 'deadline.list')).toMatchObject({ scope: 'own', labels: ['OPER'] });
    expect(may(['liaison'], 'deadline.pause')).toMatchObject({ scope: 'own' });
    expect(may(['liaison'], 'deadline.change')).toBeUndefined();
    expect(may(['reporter'], 'deadline.list')).toBeUndefined();
  });

  it('lets an administrator alone say how clocks run, and risk managers see it', () => {
    expect(ROLES.filter((role) => may([role], 'clock-policy.define'))).toEqual(['org-admin']);
    expect(may(['risk-manager'], 'clock-policy.read')).toBeDefined();
  });

  it('shows what a patient sees of their case to the risk manager, and to a liaison where it is theirs', () => {
    expect(may(['risk-manager'], 'resolution-case.preview')).toMatchObject({ scope: 'all', labels: ['SHARED'] });
    expect(may(['liaison'], 'resolution-case.preview')).toMatchObject({ scope: 'own', labels: ['SHARED'] });
    expect(ROLES.filter((role) => may([role], 'resolution-case.preview'))).toEqual(['liaison', 'risk-manager']);
  });

  it('lets risk managers and claims make and pay offers, and nobody else', () => {
    for (const action of ['resolution-case.offer', 'resolution-case.pay'] as const)
      expect(ROLES.filter((role) => may([role], action))).toEqual(['risk-manager', 'claims']);
  });

  it('opens counsel’s part of a case to the risk manager, and to claims staff of a case that is theirs', () => {
    const seen = ACTIONS.flatMap((action) =>
      ROLES.flatMap((role) => (may([role], action)?.labels.includes('LEGAL') ? [`${role} ${action}`] : [])),
    );
    expect(seen).toEqual([
      'risk-manager resolution-case.list',
      'claims resolution-case.list',
      'risk-manager resolution-case.read',
      'claims resolution-case.read',
    ]);
    expect(may(['claims'], 'resolution-case.read')?.scope).toBe('own');
  });

  it('lets a liaison tell of the people of a case, and a risk manager alone say who decides', () => {
    for (const action of ['resolution-case.support', 'resolution-case.people'] as const)
      expect(ROLES.filter((role) => may([role], action))).toEqual(['liaison', 'risk-manager']);
    expect(ROLES.filter((role) => may([role], 'resolution-case.decide-people'))).toEqual(['risk-manager']);
    expect(may(['liaison', 'risk-manager'], 'resolution-case.decide-people')?.labels).toEqual([]);
  });

  it('lets a liaison wait with a family, and leaves where a case goes to the risk manager', () => {
    const acting = (action: (typeof ACTIONS)[number]) => ROLES.filter((role) => may([role], action));
    expect(acting('resolution-case.hold').sort()).toEqual(['liaison', 'risk-manager']);
    for (const verb of ['record-claim', 'transfer', 'merge', 'reopen', 'close'] as const)
      expect(acting(`resolution-case.${verb}`)).toEqual(['risk-manager']);
  });

  it('previews what the patient reads of a case to its risk manager and liaison, and not a field more', () => {
    expect(ROLES.filter((role) => may([role], 'resolution-case.preview'))).toEqual(['liaison', 'risk-manager']);
    expect(may(['risk-manager'], 'resolution-case.preview')).toMatchObject({ scope: 'all', labels: ['SHARED'] });
    expect(may(['liaison'], 'resolution-case.preview')).toMatchObject({ scope: 'own', labels: ['SHARED'] });
  });

  it('opens caregiver support to peer supporters alone, and to others no more than its uptake', () => {
    const caring = ACTIONS.filter((action) => action.startsWith('caregiver-support.'));
    for (const action of caring.filter((one) => one !== 'caregiver-support.uptake'))
      expect(ROLES.filter((role) => may([role], action))).toEqual(['peer-supporter']);
    for (const action of ['caregiver-support.list', 'caregiver-support.read'] as const)
      expect(may(['peer-supporter'], action)).toMatchObject({ scope: 'own', labels: ['CARE'] });
    const seeing = ROLES.filter((role) => ACTIONS.some((action) => may([role], action)?.labels.includes('CARE')));
    expect(seeing).toEqual(['peer-supporter']);
    const uptake = ROLES.filter((role) => may([role], 'caregiver-support.uptake'));
    expect(uptake).toEqual(['risk-manager', 'executive', 'analyst']);
    expect(may(['risk-manager'], 'caregiver-support.uptake')?.labels).toEqual([]);
  });

  it('never opens privileged content in this step, to anyone', () => {
    const closed = LABELS.filter((label) => ['PEER', 'PSWP'].includes(label));
    const shown = ACTIONS.flatMap((action) => ROLES.flatMap((role) => may([role], action)?.labels ?? []));
    expect(shown.filter((label) => closed.includes(label))).toEqual([]);
  });

  it('gives families and the network nothing of an organization but the proof of its ledger', () => {
    const open = (role: 'family' | 'network-steward') => ACTIONS.filter((action) => may([role], action));
    expect(open('family')).toEqual([]);
    expect(open('network-steward')).toEqual(['ledger.verify']);
  });
});
