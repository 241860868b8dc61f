import { disclosedInWriting, noticeSent, pennsylvaniaPinned, pinned } from './care.examples.js';
import { accepted, activeOf, caseOf, STATES } from './case-states.examples.js';
import * as course from './course.examples.js';
import { nextFor, type Reader } from './next.js';
import { leo, rosa } from './resolution-case.examples.js';
import type { ResolutionCase } from './resolution-case.rules.js';

const asking: Reader = { by: rosa, roles: ['risk-manager'], at: course.later };
const next = (resolutionCase: ResolutionCase, who: Reader = asking) =>
  nextFor(who)(resolutionCase).map(({ command }) => command);

describe('what may happen next', () => {
  it('is a team for what waits for one, and nothing where there is no case', () => {
    expect(next(caseOf(STATES.requested))).toEqual(['ActivateResponseTeam']);
    expect(next(caseOf(STATES.none))).toEqual([]);
    expect(next(caseOf(STATES.withdrawn))).toEqual([]);
  });
  it('is a reopening of what was closed, and nothing of what another one has', () => {
    expect(next(activeOf(STATES.closed))).toEqual(['ReopenCase']);
    expect(next(activeOf(STATES.transferred))).toEqual([]);
    expect(next(activeOf(STATES.merged))).toEqual([]);
  });
  it('is a resolution once there is a ground for it, and a closing once nothing is owed', () => {
    expect(next(activeOf(STATES.reviewing))).not.toContain('ReachResolution');
    expect(next(activeOf(STATES.explained))).toContain('ReachResolution');
    expect(next(activeOf(STATES.resolved))).toContain('CloseCase');
    expect(next(activeOf([...STATES.resolved, course.asked]))).not.toContain('CloseCase');
    expect(next(activeOf([...STATES.resolved, pennsylvaniaPinned]))).not.toContain('CloseCase');
    expect(next(activeOf([...STATES.resolved, pennsylvaniaPinned, disclosedInWriting]))).toContain('CloseCase');
  });
  it('is no other course once an offer was accepted', () => {
    const moving = ['PlaceOnHold', 'RecordSuit', 'AskTransfer', 'MergeCase', 'ReachResolution'] as const;
    expect(next(activeOf(STATES.offered))).toEqual(expect.arrayContaining(moving.slice(0, 3)));
    expect(next(activeOf(STATES.negotiating))).toContain('MergeCase'); // while one is on the table, none is merged away
    for (const one of moving) expect(next(activeOf(accepted))).not.toContain(one);
    expect(next(activeOf([...accepted, course.paid(false)]))).toContain('ReachResolution');
  });
  it('is a transfer once it was asked for', () => {
    expect(next(activeOf(STATES.reviewing))).not.toContain('TransferCase');
    expect(next(activeOf([...STATES.reviewing, course.transferAsked]))).toContain('TransferCase');
  });
  it('is a notice where the law that was pinned knows it, and an agreement where it asks for one', () => {
    const notices = ['SendStatutoryDisclosure', 'SendCandorNotice', 'SignCandorAgreement'];
    const asked = (...law: Parameters<typeof activeOf>[0]) =>
      next(activeOf([...STATES.reviewing, ...law])).filter((one) => notices.includes(one));
    const iowa = { jurisdiction: 'us-ia', packVersion: '2020-1' } as const;
    expect(asked()).toEqual([]);
    expect(asked(pennsylvaniaPinned)).toEqual(['SendStatutoryDisclosure']);
    expect(asked(pinned)).toEqual(['SendCandorNotice']);
    expect(asked(pinned, noticeSent)).toEqual(['SignCandorAgreement']);
    expect(asked({ ...pinned, data: { ...pinned.data, ...iowa } }, noticeSent)).toEqual([]);
  });
  it('is nothing on a case that a liaison is not on', () => {
    const hold = 'PlaceOnHold';
    expect(next(activeOf(STATES.reviewing), { ...asking, by: leo, roles: ['liaison'] })).toContain(hold);
    expect(next(activeOf(STATES.reviewing), { ...asking, by: course.otherCase, roles: ['liaison'] })).not.toContain(
      hold,
    );
  });
  it('is only what its reader may send', () => {
    const asLiaison: Reader = { ...asking, by: leo, roles: ['liaison'] };
    const theirs = next(activeOf(STATES.reviewing), asLiaison);
    const all = next(activeOf(STATES.reviewing));
    expect(theirs).toEqual(expect.arrayContaining(['PlaceOnHold', 'AskQuestion', 'GiveApology']));
    for (const others of ['AssignLiaison', 'WaiveBill', 'RecordSuit', 'MergeCase', 'DeclineProgram'] as const) {
      expect(all).toContain(others);
      expect(theirs).not.toContain(others);
    }
    expect(next(caseOf(STATES.requested), asLiaison)).toEqual([]);
    for (const { roles } of [{ roles: ['auditor'] }, { roles: [] }] as const)
      expect(next(activeOf(STATES.reviewing), { ...asking, roles })).toEqual([]);
  });
  it('is of somebody with several roles what each of them may send, as that role', () => {
    const [both, claims] = [['claims', 'liaison'] as const, ['claims'] as const];
    const asClaims = next(activeOf(STATES.reviewing), { ...asking, by: leo, roles: claims });
    expect(asClaims).toContain('AdviseOfCounsel');
    expect(asClaims).not.toContain('PlaceOnHold');
    const asBoth = next(activeOf(STATES.reviewing), { ...asking, by: leo, roles: both });
    expect(asBoth).toEqual(expect.arrayContaining(['AdviseOfCounsel', 'PlaceOnHold']));
    expect(next(activeOf(STATES.reviewing), { ...asking, by: course.otherCase, roles: both })).toEqual([]);
  });
});
