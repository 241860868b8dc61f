import { type Label, type Recorded, secret } from '#kernel/core';
import { projecting, recorded } from '#kernel/readers/testing';
import { nextFor } from '../../resolution-case/next.js';
import { resolutionCaseDecider } from '../../resolution-case/resolution-case.decider.js';
import { type ResolutionCaseFact, resolutionCaseCatalogue } from '../../resolution-case/resolution-case.events.js';
import * as one from '../../resolution-case/resolution-case.examples.js';
import { caseAfter, type ResolutionCase } from '../../resolution-case/resolution-case.state.js';
import { lineOf } from './work-list.line.js';
import { workList } from './work-list.projection.js';
import type { WorkListRow } from './work-list.row.js';

type Fact = ResolutionCaseFact;
const { leo, rosa, stranger } = one;
const meta = { facility: '0192a000-0000-7000-8000-000000000010', zone: 'America/Chicago' };
const now = '2026-03-02T09:45:00.000Z';
const on = { safetyEventId: one.requested.data.safetyEventId };
const dated = (fact: Fact, occurredAt: string) => recorded(fact, { meta, occurredAt });

type Row = Omit<WorkListRow, 'org' | 'id'>;
const rowAfter = (...events: readonly Recorded<Fact>[]): WorkListRow =>
  events.reduce<Row | undefined>((row, event) => {
    const fold = workList.on[event.type] as (event: Recorded, row?: Row) => Row | undefined;
    return fold(event, row);
  }, undefined) as WorkListRow;
const lineAfter = (...facts: readonly Fact[]) => rowAfter(...facts.map((fact) => dated(fact, now)));

const begun: readonly Fact[] = [one.requested, one.activated];
const told: readonly Fact[] = [...begun, one.liaisonNamed, one.holdPlaced, one.disclosed];
const judged: readonly Fact[] = [...told, one.determinationOpened, ...one.allAssessed, one.determined];
const ended: readonly Fact[] = [...judged, one.explained, one.resolved, one.holdReleased, one.closed];
const cover: Fact = {
  type: 'LiaisonCoverArranged',
  data: { ...on, cover: stranger, from: now, until: now, patientTold: true, arrangedBy: rosa },
};
const changedTo = (liaison: string): Fact => ({
  type: 'LiaisonChanged',
  data: { ...on, from: leo, liaison, contactGiven: false, changedBy: rosa },
});
const reopened: Fact = {
  type: 'ResolutionCaseReopened',
  data: { ...on, cycle: 2, reason: 'patient_asks', reopenedAt: now, reopenedBy: rosa },
};
const billSent: Fact = {
  type: 'BillSentDuringHold',
  data: { ...on, sentAt: now, discoveredAt: now, corrected: true, recordedBy: rosa, note: secret('By mistake.') },
};

describe('the work list', () => {
  it('hears of every fact of a case', () =>
    expect(Object.keys(workList.on).sort()).toEqual(resolutionCaseCatalogue.map(({ type }) => type).sort()));

  it('shows what was asked for, and since when', () =>
    projecting(workList)
      .given(dated(one.requested, now))
      .thenRows({ status: 'requested', facilityId: meta.facility, zone: meta.zone, begunAt: now, team: [] }));

  it.each<readonly [string, readonly Fact[]]>([
    ['withdrawn', [one.requested, one.withdrawn]],
    ['activated', begun],
    ['disclosing', [...begun, one.attempted]],
    ['reviewing', told],
    ['reviewing', [...begun, one.attempted, one.declined]],
    ['determining', judged],
    ['explained', [...judged, one.explained]],
    ['resolved', [...judged, one.explained, one.resolved]],
    ['closed', ended],
    ['reviewing', [...ended, reopened]],
  ])('is %s by the fold of the rules themselves', (status, facts) => {
    const standing = facts.reduce<ResolutionCase>(caseAfter, resolutionCaseDecider.initialState);
    expect(lineAfter(...facts)).toMatchObject({ status, standing });
    expect(standing.status).toBe(status);
  });

  it('knows whose it is now: who has left the team has left the case', () => {
    const alone: Fact = {
      type: 'ResponseTeamChanged',
      data: { ...on, members: [rosa], communicationLead: rosa, changedBy: rosa },
    };
    expect(lineAfter(...begun, one.handedOver)).toMatchObject({ owner: leo, team: [rosa, leo] });
    expect(lineAfter(...begun, one.liaisonNamed, alone).team).toEqual([rosa, leo]);
    expect(lineAfter(...begun, one.liaisonNamed, alone, changedTo(stranger)).team).toEqual([rosa, stranger]);
  });

  it('knows the liaison’s cover, until there is another liaison', () => {
    const covered = [...begun, one.liaisonNamed, cover];
    expect(lineAfter(...covered)).toMatchObject({ cover: stranger, coverFrom: now, coverUntil: now });
    expect(lineAfter(...covered, changedTo(rosa)).cover).toBeUndefined();
  });

  it('is new again when it is taken up again, and keeps the bills that went out', () => {
    const later = '2026-09-01T09:00:00.000Z';
    const row = rowAfter(...[...ended, billSent, billSent].map((fact) => dated(fact, now)), dated(reopened, later));
    expect(row).toMatchObject({ begunAt: later, requestedAt: now, billsDuringHold: 2 });
    expect([row.resolvedAt, row.closedAt]).toEqual([undefined, undefined]);
  });

  it('remembers what the rules remember: another shape of it is another version of this list', () => {
    const { standing } = lineAfter(...begun);
    const shape = Object.entries(standing).flatMap(([name, value]) =>
      value !== null && typeof value === 'object' && !Array.isArray(value)
        ? Object.keys(value).map((inner) => `${name}.${inner}`)
        : name,
    );
    expect({ version: workList.version, shape: shape.sort() }).toEqual({ version: 2, shape: SHAPE });
  });
});

/** What stands in the rows of version 2. */
const SHAPE: readonly string[] = [
  'absorbed',
  'alsoOf',
  'alsoPatient',
  'care.billable',
  'care.candorAgreed',
  'care.candorNotice',
  'care.counselReleased',
  'care.criteria',
  'care.disclosedInWriting',
  'care.hold',
  'care.holds',
  'care.insurer',
  'care.reviewed',
  'care.told',
  'claimed',
  'communicationLead',
  'cycle',
  'heldFrom',
  'members',
  'mergeWith',
  'mergedInto',
  'offers.counselAdvised',
  'offers.made',
  'offers.medicare',
  'offers.npdbOwed',
  'offers.paid',
  'owner',
  'patient',
  'people.contactGiven',
  'people.courtApprovalNeeded',
  'people.died',
  'people.ended',
  'people.involvedStaff',
  'people.lacksCapacity',
  'people.rechecks',
  'people.relativesDisagree',
  'people.representatives',
  'resolution',
  'safetyEventId',
  'status',
  'talks.attempts',
  'talks.conversations',
  'talks.disclosed',
  'talks.findings',
  'talks.promises',
  'talks.questions',
  'talks.undocumented',
  'transferAsked',
];

describe('a line', () => {
  const next = nextFor({ by: rosa, roles: ['risk-manager'], at: now });
  const clock = {
    kind: 'DL-17',
    state: 'running',
    startsAt: now,
    dueAt: '2026-06-01T04:59:59.999Z',
    late: false,
  } as const;
  const paused = { ...clock, kind: 'DL-18', state: 'paused', dueAt: '2026-05-01T04:59:59.999Z' } as const;
  const lineOn = (facts: readonly Fact[], labels: readonly Label[] = ['OPER']) =>
    lineOf({ row: lineAfter(...facts), labels, clocks: [paused, clock], at: now }, next);

  it('is due when the first of its clocks is that does not stand still', () =>
    expect(lineOn(judged)).toMatchObject({ dueAt: clock.dueAt, clocks: [paused, clock] }));

  it.each([[begun], [told], [judged], [ended]])('says what may happen next as the rules do', (facts) => {
    const standing = facts.reduce<ResolutionCase>(caseAfter, resolutionCaseDecider.initialState);
    expect(lineOn(facts).next).toEqual(next(standing));
  });

  it('never tells how a criterion was judged, nor what else the rules remember', () => {
    const line = lineOn(judged);
    expect(line.criteria).toEqual(['severity', 'causation', 'standard']);
    expect(JSON.stringify(line)).not.toMatch(/not_met|standing|involvedStaff|lacksCapacity/);
  });

  it('is its id, times and revision for those who may see no field', () =>
    expect(Object.keys(lineOn(judged, [])).sort()).toEqual([
      'id',
      'identifiedAt',
      'lastMovedAt',
      'requestedAt',
      'revision',
    ]));
});
