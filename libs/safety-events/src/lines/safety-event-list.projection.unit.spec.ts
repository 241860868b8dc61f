import fc from 'fast-check';
import { type Recorded, secret } from '#kernel/core';
import { projecting, recorded } from '#kernel/readers/testing';
import type { SafetyEventFact } from '../safety-event/safety-event.events.js';
import {
  ana,
  fallClosed,
  fallConfirmed,
  fallReported,
  fallTriaged,
  fallVoided,
  rosa,
  stMary,
} from '../safety-event/safety-event.examples.js';
import type { Line } from './line.folds.js';
import { lineOf } from './line-of.js';
import { safetyEventList } from './safety-event-list.projection.js';
import type { SafetyEventListRow } from './safety-event-list.row.js';

const other = '0192a000-0000-7000-8000-000000000301';
const leo = '0192a000-0000-7000-8000-000000000022';
const words = secret('Words.');
const fact = <T extends SafetyEventFact['type']>(
  type: T,
  data: Extract<SafetyEventFact, { type: T }>['data'],
): SafetyEventFact => ({ type, data }) as SafetyEventFact;

const assessed = (to: 'death' | 'mild') => fact('HarmSeverityAssessed', { to, basis: 'chart', assessedBy: rosa });
const merged = fact('SafetyEventMerged', { intoEventId: other, matchBasis: ['time'], mergedBy: rosa });
const unmerged = fact('SafetyEventUnmerged', { fromEventId: other, unmergedBy: rosa });
const redirected = fact('SafetyEventRedirected', { to: 'security', owner: leo, redirectedBy: rosa });
const returned = fact('SafetyEventReturned', { returnedBy: leo });
const assigned = fact('SafetyEventAssigned', { owner: leo, assignedBy: rosa });
const message = (direction: 'to_reporter' | 'from_reporter') =>
  fact('ReporterMessageExchanged', { direction, channel: 'in_app', words });
const feedback = (givenAt: string) =>
  fact('ReporterFeedbackGiven', { summary: words, channel: 'in_app', givenAt, givenBy: rosa });
const linked = (patient: string, facts = {}) => fact('PatientLinked', { patient, facts, linkedBy: rosa });
const flag = (raised: boolean) => fact('SafetyEventFlagged', { flag: 'media', raised, flaggedBy: rosa });
const absorbed = fact('DuplicateAbsorbed', {
  fromEventId: other,
  discoveredAt: fallReported.data.discoveredAt.value,
  reportedAt: fallReported.data.eventAt.value,
});

const given = (...facts: readonly SafetyEventFact[]) =>
  projecting(safetyEventList).given(recorded(fallReported), ...facts.map((one) => recorded(one)));

describe('the list of safety events', () => {
  it('shows a report with its codes and none of its words', () => {
    const line = { status: 'reported', category: 'fall', facilityId: stMary, reporter: rosa, flags: [] } as const;
    projecting(safetyEventList).given(recorded(fallReported)).thenRows(line);
  });
  it('follows it to its closing', () => {
    projecting(safetyEventList)
      .given(
        recorded(fallReported),
        recorded(fallTriaged),
        recorded(fallConfirmed),
        recorded(fallClosed, { revision: 4 }),
      )
      .thenRows({ status: 'closed', harmSeverity: 'moderate', serious: false, revision: 4 });
  });
  it('shows the class as triage corrected it', () => {
    const asNearMiss = {
      ...fallTriaged,
      data: { ...fallTriaged.data, eventClass: 'near_miss', harmSeverity: 'no_harm' },
    } as const;
    given(asNearMiss).thenRows({ eventClass: 'near_miss' });
  });
  it('keeps a voided report in sight, as voided', () => given(fallVoided).thenRows({ status: 'voided' }));

  it('weighs the harm that was assessed, else rated in triage, else reported', () => {
    given().thenRows({ harm: undefined, weight: 1 }); // unknown: above what did no harm
    given(fallTriaged).thenRows({ harm: 'moderate', weight: 3 });
    given(assessed('death'), fallTriaged).thenRows({ harm: 'death', weight: 5, harmSeverity: 'moderate' });
    given(fallTriaged, assessed('death'), assessed('mild')).thenRows({ harm: 'mild', weight: 2 });
  });
  it('knows since when the harm is what it is', () => {
    const [early, late] = ['2026-03-02T10:00:00.000Z', '2026-03-09T10:00:00.000Z'];
    projecting(safetyEventList)
      .given(
        recorded(fallReported),
        recorded(fallTriaged, { recordedAt: early }),
        recorded(fact('HarmSeverityAssessed', { to: 'moderate', basis: 'chart', assessedBy: rosa }), {
          recordedAt: late,
        }),
      )
      .thenRows({ harm: 'moderate', harmSince: early });
  });

  it('brings what is unmerged back to where it was', () => {
    given(fallTriaged, merged).thenRows({ status: 'merged', mergedInto: other });
    given(fallTriaged, merged, unmerged).thenRows({ status: 'triaged', mergedInto: undefined });
  });
  it('shows reports that were merged under the one that remains, until they are released', () => {
    given(absorbed, absorbed).thenRows({ absorbed: [other] });
    given(absorbed, fact('DuplicateReleased', { fromEventId: other })).thenRows({ absorbed: [] });
  });
  it('shows who has what was redirected, and nobody once it came back', () => {
    given(fallTriaged, assigned, redirected).thenRows({ status: 'redirected', redirectedTo: 'security', owner: leo });
    given(fallTriaged, redirected, returned).thenRows({ status: 'triaged', redirectedTo: undefined, owner: undefined });
  });
  it('goes on with what was closed and reopened', () =>
    given(
      fallTriaged,
      fallConfirmed,
      fallClosed,
      fact('SafetyEventReopened', { newInformation: words, reopenedBy: rosa }),
    ).thenRows({ status: 'confirmed' }));
  it('raises and lowers flags, each once', () => {
    given(flag(true), flag(true)).thenRows({ flags: ['media'] });
    given(flag(true), flag(false)).thenRows({ flags: [] });
  });
  it('corrects what a correction names, and leaves the rest', () =>
    given(
      fact('SafetyEventCorrected', {
        old: { unitId: leo },
        new: { unitId: other, eventAt: { value: '2026-03-01T00:00:00.000Z', precision: 'day' } },
        why: words,
        correctedBy: rosa,
      }),
    ).thenRows({ unitId: other, eventAt: '2026-03-01T00:00:00.000Z', eventPrecision: 'day', category: 'fall' }));
  it('counts messages, and those that the reporter has not answered', () => {
    given(message('to_reporter'), message('to_reporter')).thenRows({ messagesToReporter: 2, unanswered: 2 });
    given(message('to_reporter'), message('from_reporter')).thenRows({ messagesFromReporter: 1, unanswered: 0 });
  });
  it('counts patients, each once, and knows whether anything is known of them', () => {
    given(linked(ana), linked(ana)).thenRows({ patients: [ana], patientFacts: false });
    given(linked(ana, { race: ['asian'] }), linked(ana)).thenRows({ patients: [ana], patientFacts: true });
  });
  it('counts the business days up to the first feedback', () =>
    // Reported on Monday 2026-03-02.
    given(feedback('2026-03-10T15:00:00.000Z'), feedback('2026-03-20T15:00:00.000Z')).thenRows({
      feedback: 2,
      firstFeedbackAt: '2026-03-10T15:00:00.000Z',
      feedbackDays: 6,
    }));
});

describe('a line', () => {
  const row = (): SafetyEventListRow => {
    const line = safetyEventList.on.SafetyEventReported?.(recorded(fallReported), undefined) as Line;
    return { ...line, org: stMary, id: other };
  };
  it('tells nobody who reported, nor what is kept for counting only', () => {
    const shown = JSON.stringify(lineOf(row(), ['OPER', 'PHI', 'IDENT']));
    for (const hidden of ['reporter', rosa, 'dismissed', 'position', 'weight', 'zone'])
      expect(shown).not.toContain(`"${hidden}"`);
  });
  it('shows those who may see no field that it is there, and when', () =>
    expect(Object.keys(lineOf(row(), [])).sort()).toEqual([
      'eventAt',
      'eventPrecision',
      'id',
      'reportedAt',
      'revision',
    ]));
});

/** A row as a table gives it back: what is not there is absent. */
const stored = (line: Line | undefined): Line | undefined => line && JSON.parse(JSON.stringify(line));

it('comes out the same however the log is cut into batches', () => {
  const follows = fc.constantFrom<SafetyEventFact>(
    fallTriaged,
    fallConfirmed,
    fallClosed,
    fallVoided,
    assessed('death'),
    merged,
    unmerged,
    redirected,
    returned,
    assigned,
    message('to_reporter'),
    message('from_reporter'),
    feedback('2026-03-10T15:00:00.000Z'),
    linked(ana, { sex: 'female' }),
    flag(true),
    flag(false),
    absorbed,
  );
  fc.assert(
    fc.property(fc.array(fc.tuple(follows, fc.boolean()), { maxLength: 25 }), (steps) => {
      const history: (readonly [Recorded<SafetyEventFact>, boolean])[] = [
        [recorded<SafetyEventFact>(fallReported), false],
        ...steps.map(([one, cut]) => [recorded(one), cut] as const),
      ];
      const fold = (line: Line | undefined, event: Recorded<SafetyEventFact>): Line | undefined => {
        const on = safetyEventList.on[event.type] as (event: Recorded, line?: Line) => Line | undefined;
        return on(event, line);
      };
      const rebuilt = history.reduce<Line | undefined>((line, [event]) => fold(line, event), undefined);
      const live = history.reduce<Line | undefined>(
        (line, [event, cut]) => fold(cut ? stored(line) : line, event),
        undefined,
      );
      expect(stored(live)).toEqual(stored(rebuilt));
    }),
  );
});
