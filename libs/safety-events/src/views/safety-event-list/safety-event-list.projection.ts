import { type Recorded, streamId } from '#kernel/core';
import { projection } from '#kernel/readers';
import type { SafetyEventFact } from '../../safety-event/safety-event.events.js';
import { SafetyEventListRow } from './safety-event-list.row.js';

type Line = Omit<SafetyEventListRow, 'org' | 'id'>;

/** A line with what changed, and where it now stands. */
const moved = (row: Line | undefined, { revision, position }: Recorded, changes: Partial<Line>): Line | undefined =>
  row && { ...row, ...changes, revision, position };

/** What changes nothing that a line shows moves its revision. */
const goesOn = (event: Recorded, row: Line | undefined) => moved(row, event, {});

export const safetyEventList = projection<SafetyEventListRow, SafetyEventFact>({
  name: 'safety-events.list',
  version: 1,
  row: SafetyEventListRow,
  key: ({ stream }) => streamId(stream),
  on: {
    SafetyEventReported: ({ data, recordedAt, revision, position }) => ({
      status: 'reported',
      eventClass: data.eventClass,
      category: data.category,
      harmed: data.harmed,
      harmReported: data.harmReported,
      facilityId: data.facilityId,
      unitId: data.unitId,
      source: data.source,
      flags: data.flags ?? [],
      eventAt: data.eventAt.value,
      eventPrecision: data.eventAt.precision,
      reportedAt: recordedAt,
      reporter: data.reporter,
      revision,
      position,
    }),
    SafetyEventTriaged: (event, row) => {
      const { eventClass, type, harmSeverity } = event.data;
      return moved(row, event, { status: 'triaged', eventClass, category: type, harmSeverity });
    },
    SafetyEventConfirmed: (event, row) => moved(row, event, { status: 'confirmed', serious: event.data.serious }),
    SafetyEventClosed: (event, row) => moved(row, event, { status: 'closed' }),
    SafetyEventVoided: (event, row) => moved(row, event, { status: 'voided' }),
    CandorEventIdentified: goesOn,
    CrpEligibilityDetermined: goesOn,
    LeadershipNotified: goesOn,
    CaseLinked: goesOn,
    CaseDisclosureNoted: goesOn,
    CaseEndNoted: goesOn,
  },
});
