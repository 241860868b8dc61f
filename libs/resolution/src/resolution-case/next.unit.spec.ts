import { accepted, activeOf, caseOf, STATES } from './case-states.examples.js';
import * as course from './course.examples.js';
import { whatMayHappenNext } from './next.js';
import { leo, rosa } from './resolution-case.examples.js';
import type { Asking, ResolutionCase } from './resolution-case.rules.js';

const asking: Asking = { by: rosa, role: 'risk-manager', at: course.later };
const next = (resolutionCase: ResolutionCase, who: Asking = asking) =>
  whatMayHappenNext(resolutionCase, who).map(({ command }) => command);

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
  });
  it('is no other course once an offer was accepted', () => {
    const moving = ['PlaceOnHold', 'RecordSuit', 'AskTransfer', 'MergeCase', 'ReachResolution'] as const;
    expect(next(activeOf(STATES.offered))).toEqual(expect.arrayContaining(moving.slice(0, 4)));
    for (const one of moving) expect(next(activeOf(accepted))).not.toContain(one);
    expect(next(activeOf([...accepted, course.paid(false)]))).toContain('ReachResolution');
  });
  it('is a transfer once it was asked for', () => {
    expect(next(activeOf(STATES.reviewing))).not.toContain('TransferCase');
    expect(next(activeOf([...STATES.reviewing, course.transferAsked]))).toContain('TransferCase');
  });
  it('is nothing on a case that a liaison is not on', () => {
    const hold = 'PlaceOnHold';
    expect(next(activeOf(STATES.reviewing), { ...asking, by: leo, role: 'liaison' })).toContain(hold);
    expect(next(activeOf(STATES.reviewing), { ...asking, by: course.otherCase, role: 'liaison' })).not.toContain(hold);
  });
});
