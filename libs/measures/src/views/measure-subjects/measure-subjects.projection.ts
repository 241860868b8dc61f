import { type Instant, type Recorded, streamId } from '#kernel/core';
import { projection } from '#kernel/readers';
import type { ResolutionCaseFact } from '#resolution/contracts';
import type { SafetyEventFact } from '#safety-events/contracts';
import { factsOf } from '../../facts/facts-of.js';
import { first, type Subject, type SubjectCase, type Told } from '../../subject/subject.js';
import { MeasureSubjectRow } from './measure-subject.row.js';
import { foundBy, PEOPLE_OF } from './words.js';

type Row = Omit<MeasureSubjectRow, 'org' | 'id'>;
type Known = Pick<Row, 'facilityId' | 'harm' | 'subject'>;
type Counted = SafetyEventFact | ResolutionCaseFact;

/** When it was by the event's own word, else by its envelope. */
const told = ({ occurredAt, recordedAt, position }: Recorded, at: Instant = occurredAt): Told => ({
  at,
  recordedAt,
  position,
});

/** The row that follows from what is known now. */
const rowOf = ({ facilityId, harm, subject }: Known, { position }: Recorded): Row => {
  const facts = factsOf(subject);
  const anchors = facts.map(({ anchorAt }) => anchorAt).sort();
  const [firstAnchorAt, lastAnchorAt] = [anchors[0], anchors.at(-1)];
  return {
    facilityId,
    harm,
    subject,
    facts,
    ...(firstAnchorAt && { firstAnchorAt }),
    ...(lastAnchorAt && { lastAnchorAt }),
    position,
  };
};

/** What a fact of the safety event changes. */
const changed = (event: Recorded, row: Row | undefined, change: (subject: Subject) => Partial<Subject>) =>
  row && rowOf({ ...row, subject: { ...row.subject, ...change(row.subject) } }, event);

/** What a fact of a case changes in it. */
const ofCase = (event: Recorded, row: Row | undefined, change: (known: SubjectCase) => Partial<SubjectCase>) =>
  changed(event, row, ({ cases }) => {
    const id = streamId(event.stream);
    const known = cases[id] ?? {};
    return { cases: { ...cases, [id]: { ...known, ...change(known) } } };
  });

/**
 * Safety events and their cases, folded by the safety event's id, with the measure facts of each. It takes the log as
 * one sequence: a figure that lacks an event would be wrong without anybody seeing it.
 */
export const measureSubjects = projection<MeasureSubjectRow, Counted>({
  name: 'measures.subjects',
  version: 1,
  shape: 'log',
  row: MeasureSubjectRow,
  key: ({ stream, data }) => ('safetyEventId' in data ? data.safetyEventId : streamId(stream)),
  on: {
    SafetyEventReported: (event) => {
      const { eventClass, harmed, harmReported, facilityId, source, eventAt } = event.data;
      const people = PEOPLE_OF[harmed];
      const subject: Subject = {
        zone: event.meta.zone ?? 'UTC',
        ...(people && { people }),
        incident: eventClass === 'incident',
        found: foundBy(source),
        eventAt: eventAt.value,
        reported: event.position,
        classed: event.position,
        cases: {},
      };
      return rowOf({ facilityId, harm: harmReported ?? 'unknown', subject }, event);
    },
    SafetyEventTriaged: (event, row) => {
      const { eventClass, harmSeverity } = event.data;
      const incident = eventClass === 'incident';
      return changed(event, row && { ...row, harm: harmSeverity }, () => ({ incident, classed: event.position }));
    },
    SafetyEventConfirmed: (event, row) =>
      changed(event, row, ({ serious }) => (event.data.serious ? { serious: serious ?? told(event) } : {})),
    SafetyEventVoided: (event, row) => changed(event, row, () => ({ voided: told(event) })),
    CandorEventIdentified: (event, row) =>
      changed(event, row, ({ identified }) => ({
        identified: first(identified, told(event, event.data.identifiedAt)),
      })),
    CrpEligibilityDetermined: (event, row) =>
      changed(event, row, ({ eligible }) => ({
        eligible: event.data.eligible ? (eligible ?? told(event)) : undefined,
      })),
    LeadershipNotified: (event, row) => {
      const group = event.data.group === 'board' ? 'boardTold' : 'chiefsTold';
      return changed(event, row, (before) => ({ [group]: first(before[group], told(event, event.data.notifiedAt)) }));
    },
    ActivationRequested: (event, row) => ofCase(event, row, () => ({ withdrawn: undefined })), // anew, after it was taken back
    ActivationWithdrawn: (event, row) => ofCase(event, row, () => ({ withdrawn: told(event) })),
    ResponseTeamActivated: (event, row) =>
      ofCase(event, row, ({ activated }) => ({
        activated: first(activated, told(event, event.data.activatedAt)),
        charge: { billable: event.data.billable, position: event.position },
      })),
    InitialDisclosureHeld: (event, row) =>
      ofCase(event, row, ({ talked }) => ({ talked: first(talked, told(event, event.data.heldAt)) })),
    DisclosureExceptionRecorded: (event, row) =>
      ofCase(event, row, ({ unable }) => (event.data.kind === 'unable' ? { unable: unable ?? told(event) } : {})),
    BillabilityEstablished: (event, row) =>
      ofCase(event, row, () => ({ charge: { billable: event.data.billable, position: event.position } })),
    BillingHoldPlaced: (event, row) =>
      ofCase(event, row, ({ held }) => ({ held: first(held, told(event, event.data.placedAt)) })),
  },
});
