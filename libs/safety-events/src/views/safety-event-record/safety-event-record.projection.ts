import { type Recorded, streamId } from '#kernel/core';
import { projection } from '#kernel/readers';
import type { SafetyEventFact } from '../../safety-event/safety-event.events.js';
import { type RecordedFact, SafetyEventRecordRow } from './safety-event-record.row.js';

type Kept = Omit<SafetyEventRecordRow, 'org' | 'id'>;

const factOf = ({
  eventId,
  revision,
  type,
  occurredAt,
  recordedAt,
  actor,
  meta,
  data,
}: Recorded<SafetyEventFact>): RecordedFact => ({
  eventId,
  revision,
  type,
  occurredAt,
  recordedAt,
  actor,
  meta,
  data,
});

const added = (event: Recorded<SafetyEventFact>, row: Kept | undefined): Kept | undefined =>
  row && { ...row, facts: [...row.facts, factOf(event)], revision: event.revision, position: event.position };

export const safetyEventRecord = projection<SafetyEventRecordRow, SafetyEventFact>({
  name: 'safety-events.record',
  version: 1,
  row: SafetyEventRecordRow,
  key: ({ stream }) => streamId(stream),
  on: {
    SafetyEventReported: (event) => ({
      reporter: event.data.reporter,
      facts: [factOf(event)],
      revision: event.revision,
      position: event.position,
    }),
    SafetyEventTriaged: added,
    SafetyEventConfirmed: added,
    SafetyEventClosed: added,
    SafetyEventVoided: added,
  },
});
