import { secret } from '#kernel/core';
import { deciding } from '#kernel/core/testing';
import {
  absorbed,
  changed,
  dismissLater,
  earlierId,
  fallId,
  happened,
  laterId,
  linkLater,
  merged,
  mergeInto,
  omar,
  transferred,
  unmerged,
  unmergeFrom,
} from './follow-up.examples.js';
import type { CaseEnd } from './safety-event.codes.js';
import { safetyEventDecider } from './safety-event.decider.js';
import type { SafetyEventFact } from './safety-event.events.js';
import {
  ana,
  anasCase,
  caseClosedNoted,
  caseLinked,
  disclosureNoted,
  fallClosed,
  fallConfirmed,
  fallEligible,
  fallIdentified,
  fallReported,
  fallTriaged,
  fallVoided,
  nine,
  rosa,
  tenPastNine,
} from './safety-event.examples.js';
import type { LivingSafetyEvent } from './safety-event.rules.js';

const { given } = deciding(safetyEventDecider);
const stateOf = (...history: readonly SafetyEventFact[]) =>
  history.reduce(safetyEventDecider.evolve, safetyEventDecider.initialState);
const endedAs = (end: CaseEnd) => ({ ...caseClosedNoted, data: { caseId: anasCase, end } }) as const;
const ended = endedAs('withdrawn');

const first = happened(fallReported, nine);
const second = happened(fallReported, tenPastNine);
const earlier = stateOf(first);
const later = happened({ ...fallReported, data: { ...fallReported.data } }, '2026-03-02T10:00:00.000Z');

describe('merging two reports of the same', () => {
  it('goes on in the earlier one', () => given(second).when(mergeInto(earlier)).then(merged));
  it('is refused the other way round, so that merges never run in a circle (INV-11)', () =>
    given(second)
      .when(mergeInto(stateOf(later)))
      .thenRefused('safety-event/earlier-remains'));
  it('tells reports of one moment apart by their ids', () => {
    given(second)
      .when(mergeInto(stateOf(second)))
      .then(merged);
    given(second)
      .when(changed(mergeInto(stateOf(second)), { itself: earlierId, intoEventId: fallId }))
      .thenRefused('safety-event/earlier-remains');
  });
  it('is refused into itself (INV-11)', () =>
    given(second)
      .when(changed(mergeInto(earlier), { intoEventId: fallId }))
      .thenRefused('safety-event/merged-into-itself'));
  it('is refused into what the organization does not have (INV-06)', () =>
    given(second)
      .when(mergeInto({ status: 'none' }))
      .thenRefused('safety-event/unknown-safety-event'));
  it.each([
    ['merged', merged],
    ['voided', fallVoided],
    ['transferred', transferred],
  ] as const)('is refused into what was %s', (_, end) =>
    given(second)
      .when(mergeInto(stateOf(first, fallTriaged, fallConfirmed, end)))
      .thenRefused('safety-event/target-ended'),
  );
  it('is refused across patients (INV-11)', () =>
    given(second)
      .when(changed(mergeInto(earlier), { patients: 'different' }))
      .thenRefused('safety-event/other-patient'));
  it('is not refused where no record number tells the patients apart', () =>
    given(second)
      .when(changed(mergeInto(earlier), { patients: 'unknown' }))
      .then(merged));
  it('crosses patients where both are unsafe conditions, not where one is', () => {
    const hazard = (at: string) =>
      happened({ ...fallReported, data: { ...fallReported.data, eventClass: 'unsafe_condition' } } as const, at);
    const across = changed(mergeInto(stateOf(hazard(nine))), { patients: 'different' });
    given(hazard(tenPastNine)).when(across).then(merged);
    given(second).when(across).thenRefused('safety-event/other-patient');
  });
  it.each(['several_patients', 'unit_patients'] as const)('crosses patients where one tells of %s', (population) => {
    const several = happened({ ...fallReported, data: { ...fallReported.data, population } }, nine);
    given(second)
      .when(changed(mergeInto(stateOf(several)), { patients: 'different' }))
      .then(merged);
  });
  it('waits for a case that was not asked for yet', () => {
    given(second, fallTriaged, fallIdentified, fallEligible)
      .when(mergeInto(earlier))
      .thenRefused('safety-event/case-due');
    given(second, fallTriaged, fallIdentified, fallEligible, caseLinked).when(mergeInto(earlier)).then(merged);
  });
});

describe('undoing a merge', () => {
  const mergedAt = happened(merged, tenPastNine);
  it('restores what was before', () => {
    const before = stateOf(second, fallTriaged);
    expect(stateOf(second, fallTriaged, mergedAt, unmerged)).toEqual(before);
    given(second, fallTriaged, mergedAt)
      .when(unmergeFrom(earlier))
      .then({
        type: 'SafetyEventUnmerged',
        data: { fromEventId: earlierId, reason: secret('Another bed.'), unmergedBy: omar },
      });
  });
  it('is refused where nothing was merged', () => {
    given(second).when(unmergeFrom(earlier)).thenRefused('safety-event/not-merged');
    given().when(unmergeFrom(earlier)).thenRefused('safety-event/not-found');
    given(second, fallVoided).when(unmergeFrom(earlier)).thenRefused('safety-event/voided');
  });
  it('is possible for 90 days', () => {
    const lastDay = '2026-05-31T09:10:00.000Z';
    given(second, mergedAt)
      .when(unmergeFrom(earlier, '2026-05-31T09:10:00.001Z'))
      .thenRefused('safety-event/merged-too-long-ago');
    expect(safetyEventDecider.decide(unmergeFrom(earlier, lastDay), stateOf(second, mergedAt))).toHaveLength(1);
  });
  it('is refused once a case was closed on both', () => {
    const closedAfter = stateOf(first, caseLinked, happened(caseClosedNoted, tenPastNine));
    given(second, mergedAt).when(unmergeFrom(closedAfter)).thenRefused('safety-event/case-built-on-it');
  });
  it('is refused once the cases of both were merged', () => {
    const mergedCase = stateOf(first, caseLinked, happened(endedAs('merged'), tenPastNine));
    given(second, mergedAt).when(unmergeFrom(mergedCase)).thenRefused('safety-event/case-built-on-it');
  });
  it('does not mind a case that was closed before', () => {
    const closedBefore = stateOf(first, caseLinked, happened(caseClosedNoted, nine));
    expect(safetyEventDecider.decide(unmergeFrom(closedBefore), stateOf(second, mergedAt))).toHaveLength(1);
  });
  it.each(['withdrawn', 'transferred'] as const)('learns that its own case was %s meanwhile', (end) => {
    const over = stateOf(first, caseLinked, endedAs(end));
    const undone = { ...unmerged, data: { ...unmerged.data, reason: secret('Another bed.') } } as SafetyEventFact;
    given(second, caseLinked, mergedAt).when(unmergeFrom(over)).then(undone, endedAs(end));
  });
  it('goes from the outside in: a chain is undone at its end first', () =>
    given(second, mergedAt)
      .when(unmergeFrom(stateOf(first, merged)))
      .thenRefused('safety-event/merged-further'));
  it('is refused where it went along to another organization', () =>
    given(second, mergedAt)
      .when(unmergeFrom(stateOf(first, fallTriaged, fallConfirmed, transferred)))
      .thenRefused('safety-event/transferred-along'));
  it('happens by itself where the other one had ended meanwhile, whatever its age', () => {
    given(second, mergedAt)
      .when({ type: 'TakeMergeBack', data: {} })
      .then({ type: 'SafetyEventUnmerged', data: { fromEventId: earlierId, unmergedBy: rosa } });
    given(second).when({ type: 'TakeMergeBack', data: {} }).thenNothing();
  });
});

describe('the one that remains', () => {
  const from = stateOf(
    happened(fallReported, '2026-03-02T10:00:00.000Z'),
    fallIdentified,
    fallEligible,
    caseLinked,
    disclosureNoted,
  ) as LivingSafetyEvent;
  const times = { discoveredAt: nine, identifiedAt: tenPastNine, reportedAt: '2026-03-02T10:00:00.000Z' };
  const absorb = { type: 'AbsorbDuplicate', data: { fromEventId: laterId, from } } as const;
  const takenOver = { ...caseLinked, data: { ...caseLinked.data, patient: ana } } as const;

  it('takes over the times, the open cases, and what was told of', () =>
    given(first)
      .when(absorb)
      .then({ type: 'DuplicateAbsorbed', data: { fromEventId: laterId, ...times } }, takenOver, disclosureNoted));
  it('says which case of its own is open beside one that it takes over (8.15, process 6)', () => {
    const own = '0192a000-0000-7000-8000-000000000302';
    given(first, { type: 'CaseLinked', data: { caseId: own } })
      .when(absorb)
      .then(
        { type: 'DuplicateAbsorbed', data: { fromEventId: laterId, ...times } },
        { ...takenOver, data: { ...takenOver.data, beside: [own] } },
        disclosureNoted,
      );
  });
  it('takes over nothing twice, and nothing that is not merged any more', () => {
    given(first, absorbed).when(absorb).thenNothing();
    given(first)
      .when({ type: 'AbsorbDuplicate', data: { fromEventId: laterId } })
      .thenNothing();
  });
  it.each([merged, fallVoided])('refuses once it has ended itself: $type', (end) =>
    given(first, end)
      .when(absorb)
      .thenRefused(end === merged ? 'safety-event/merged' : 'safety-event/voided'),
  );
  it('passes the earliest times of a chain on', () => {
    const middle = stateOf(second, {
      type: 'DuplicateAbsorbed',
      data: {
        fromEventId: laterId,
        discoveredAt: '2026-03-02T08:00:00.000Z',
        identifiedAt: nine,
        reportedAt: '2026-03-02T10:00:00.000Z',
      },
    }) as LivingSafetyEvent;
    given(first)
      .when({ type: 'AbsorbDuplicate', data: { fromEventId: fallId, from: middle } })
      .then({
        type: 'DuplicateAbsorbed',
        data: {
          fromEventId: fallId,
          discoveredAt: '2026-03-02T08:00:00.000Z',
          identifiedAt: nine,
          reportedAt: tenPastNine,
        },
      });
  });
  it('counts as identified when its duplicate was, from the earliest time on', () =>
    given(first, fallTriaged, { ...absorbed, data: { fromEventId: laterId, ...times } } as SafetyEventFact)
      .when({ type: 'DetermineCrpEligibility', data: { first: rosa, by: rosa } })
      .then({ ...fallEligible, data: { ...fallEligible.data, patient: rosa } }));
  it('is not closed while a case of its duplicate is open (INV-07)', () =>
    given(first, fallTriaged, fallConfirmed, absorbed, caseLinked)
      .when({ type: 'CloseSafetyEvent', data: { disposition: 'trended', by: rosa } })
      .thenRefused('safety-event/case-open'));
  it('is not voided with others in it', () =>
    given(first, absorbed)
      .when({ type: 'VoidSafetyEvent', data: { reason: 'error', by: rosa } })
      .thenRefused('safety-event/has-duplicates'));
  it('releases a duplicate with its cases, once', () => {
    const release = { type: 'ReleaseDuplicate', data: { fromEventId: laterId, cases: [anasCase] } } as const;
    const released = { type: 'DuplicateReleased', data: { fromEventId: laterId } } as const;
    given(first, absorbed, caseLinked).when(release).then(released, ended);
    given(first, absorbed, caseLinked, released, ended).when(release).thenNothing();
    expect(stateOf(first, absorbed, released)).toEqual(stateOf(first));
  });
});

describe('a proposed duplicate', () => {
  it('is dismissed once', () => {
    const dismissed = { type: 'DuplicateDismissed', data: { otherEventId: laterId, dismissedBy: rosa } } as const;
    given(first).when(dismissLater).then(dismissed);
    given(first, dismissed).when(dismissLater).thenNothing();
  });
  it('is refused where it is none of ours, or itself, or merged already', () => {
    given(first)
      .when(changed(dismissLater, { otherIsKnown: false }))
      .thenRefused('safety-event/unknown-safety-event');
    given(first)
      .when(changed(dismissLater, { otherEventId: fallId }))
      .thenRefused('safety-event/unknown-safety-event');
    given(first, absorbed).when(dismissLater).thenRefused('safety-event/already-merged');
  });
});

describe('a link to another safety event', () => {
  const linked = {
    type: 'SafetyEventLinked',
    data: { otherId: laterId, kind: 'same_device', linkedBy: rosa },
  } as const;
  it('is made once a kind', () => {
    given(first, fallTriaged, fallConfirmed, fallClosed).when(linkLater).then(linked);
    given(first, linked).when(linkLater).thenNothing();
    given(first, linked)
      .when(changed(linkLater, { kind: 'repeat_of' }))
      .then({ ...linked, data: { ...linked.data, kind: 'repeat_of' } });
  });
  it('is refused to itself, and to what the organization does not have (INV-06)', () => {
    given(first)
      .when(changed(linkLater, { otherId: fallId }))
      .thenRefused('safety-event/linked-to-itself');
    given(first)
      .when(changed(linkLater, { otherIsKnown: false }))
      .thenRefused('safety-event/unknown-safety-event');
  });
});
