import { projecting, recorded } from '#kernel/readers/testing';
import { determinedAs, revised, waived } from '../../resolution-case/care.examples.js';
import type { ResolutionCaseFact } from '../../resolution-case/resolution-case.events.js';
import {
  activated,
  allAssessed,
  attempted,
  closed,
  declined,
  determinationOpened,
  determined,
  disclosed,
  explained,
  handedOver,
  holdPlaced,
  holdReleased,
  leo,
  liaisonNamed,
  requested,
  resolved,
  rosa,
  stranger,
  withdrawn,
} from '../../resolution-case/resolution-case.examples.js';
import { nextSteps } from './next-steps.js';
import { workList } from './work-list.projection.js';
import type { WorkListRow } from './work-list.row.js';
import { NOT_DUE } from './work-list.row.js';

const meta = { facility: '0192a000-0000-7000-8000-000000000010', zone: 'America/Chicago' };
const open = [recorded(requested, { meta }), recorded(activated, { meta })] as const;

/** The line that stands after these facts. */
const lineAfter = (...facts: Parameters<typeof recorded>[0][]) =>
  facts.reduce<Omit<WorkListRow, 'org' | 'id'> | undefined>((line, fact) => {
    const fold = workList.on[fact.type as keyof typeof workList.on] as (
      event: unknown,
      row: typeof line,
    ) => typeof line;
    return fold(recorded(fact, { meta }), line);
  }, undefined) as WorkListRow;

const stepsAfter = (...facts: Parameters<typeof recorded>[0][]) =>
  nextSteps(lineAfter(...facts), '2026-03-02T09:45:00.000Z').map(({ step, late }) => (late ? `${step}, late` : step));

describe('the work list', () => {
  it('shows what was asked for, and until when a team is owed: half an hour after the identification', () =>
    projecting(workList)
      .given(open[0])
      .thenRows({ status: 'requested', facilityId: meta.facility, dueAt: '2026-03-02T09:40:00.000Z', team: [] }));
  it('counts business and calendar days from the activation, in the facility’s zone', () =>
    projecting(workList)
      .given(...open)
      .thenRows({
        status: 'activated',
        // Activated on Monday 2026-03-02: a business day ends with Tuesday, 90 days with 31 May (summer time by then).
        holdDueAt: '2026-03-04T05:59:59.999Z',
        determinationDueAt: '2026-06-01T04:59:59.999Z',
        resolutionDueAt: '2026-08-30T04:59:59.999Z',
        dueAt: '2026-03-02T10:10:00.000Z',
        team: [rosa, leo],
      }));
  it('follows owner and liaison', () =>
    projecting(workList)
      .given(...open, recorded(liaisonNamed), recorded(handedOver))
      .thenRows({ owner: leo, liaison: leo, contactGiven: true, team: [rosa, leo] }));
  it('keeps what ended, with nothing due', () =>
    projecting(workList).given(open[0], recorded(withdrawn)).thenRows({ status: 'withdrawn', dueAt: NOT_DUE }));
});

describe('what a case waits for', () => {
  it.each([
    [['activate_team, late'], [requested]],
    [
      ['hold_initial_disclosure', 'place_billing_hold', 'name_liaison'],
      [requested, activated],
    ],
    [
      ['hold_initial_disclosure', 'place_billing_hold'],
      [requested, activated, liaisonNamed, attempted],
    ],
    [['open_determination'], [requested, activated, liaisonNamed, holdPlaced, disclosed]],
    [['open_determination'], [requested, activated, liaisonNamed, holdPlaced, attempted, declined]],
    [['assess_criteria'], [requested, activated, liaisonNamed, holdPlaced, disclosed, determinationOpened]],
    [
      ['determine_care'],
      [requested, activated, liaisonNamed, holdPlaced, disclosed, determinationOpened, ...allAssessed],
    ],
    [
      ['explain_care'],
      [requested, activated, liaisonNamed, holdPlaced, disclosed, determinationOpened, ...allAssessed, determined],
    ],
    [
      ['resolve', 'release_billing_hold'],
      [requested, activated, liaisonNamed, holdPlaced, determined, explained],
    ],
    [['release_billing_hold'], [requested, activated, liaisonNamed, holdPlaced, determined, explained, resolved]],
    [['close'], [requested, activated, liaisonNamed, holdPlaced, determined, explained, resolved, holdReleased]],
    [[], [requested, activated, liaisonNamed, holdPlaced, determined, explained, resolved, holdReleased, closed]],
  ])('is %j', (steps, facts) => expect(stepsAfter(...facts)).toEqual(steps));
});

const on = { safetyEventId: requested.data.safetyEventId } as const;
const noon = '2026-03-02T12:00:00.000Z';
const told = [requested, activated, liaisonNamed, disclosed] as const;
const paused: ResolutionCaseFact = {
  type: 'CasePlacedOnHold',
  data: { ...on, reason: 'grief', heldAt: noon, heldBy: rosa },
};
const resumed: ResolutionCaseFact = { type: 'CaseResumed', data: { ...on, resumedAt: noon, resumedBy: rosa } };
const reopened: ResolutionCaseFact = {
  type: 'ResolutionCaseReopened',
  data: { ...on, cycle: 2, reason: 'patient_asks', reopenedAt: noon, reopenedBy: rosa },
};
const merged: ResolutionCaseFact = {
  type: 'ResolutionCaseMerged',
  data: { ...on, into: stranger, mergedAt: noon, mergedBy: rosa },
};
const teamChanged: ResolutionCaseFact = {
  type: 'ResponseTeamChanged',
  data: { ...on, members: [stranger], communicationLead: stranger, changedBy: rosa },
};
const spokeAgain: ResolutionCaseFact = {
  type: 'FollowUpCommunicationHeld',
  data: { ...disclosed.data, conversation: stranger, heldAt: noon, nextContactAt: '2026-03-09T12:00:00.000Z' },
};
const judged = [...told, determinationOpened, ...allAssessed, determined] as const;

describe('a line follows the rules', () => {
  it.each<[string, readonly ResolutionCaseFact[]]>([
    ['on_hold', [...told, paused]],
    ['reviewing', [...told, paused, resumed]],
    ['offer_preparing', [...told, determinationOpened, ...allAssessed, determinedAs('mixed')]],
    ['determining', [...judged, revised]],
    ['reviewing', [...judged, explained, resolved, closed, reopened]],
    ['reviewing', [...told, declined]],
    ['merged', [...told, merged]],
  ])('to %s', (status, facts) => expect(lineAfter(...facts).status).toBe(status));

  it('drops what was determined when that is taken back, and how it ended when it is reopened', () => {
    expect(lineAfter(...judged)).toMatchObject({ determination: 'reasonable', cycle: 1 });
    const taken = lineAfter(...judged, revised);
    expect([taken.determination, taken.criteria]).toEqual([undefined, []]);
    const again = lineAfter(...judged, explained, resolved, closed, reopened);
    expect([again.determination, again.resolvedAt, again.closedAt, again.cycle]).toEqual([
      undefined,
      undefined,
      undefined,
      2,
    ]);
  });

  it('is theirs who work on the case now', () =>
    expect(lineAfter(...told, teamChanged)).toMatchObject({
      communicationLead: stranger,
      members: [stranger],
      team: [stranger, rosa, leo],
    }));

  it('has the last talk and the next, and a bill that is not asked for any more', () =>
    expect(lineAfter(...told, holdPlaced, spokeAgain, waived)).toMatchObject({
      disclosedAt: disclosed.data.heldAt,
      lastContactAt: noon,
      nextContactAt: '2026-03-09T12:00:00.000Z',
      hold: 'waived',
    }));

  it('has nothing due once it goes on elsewhere', () => expect(lineAfter(...told, merged).dueAt).toBe(NOT_DUE));
});
