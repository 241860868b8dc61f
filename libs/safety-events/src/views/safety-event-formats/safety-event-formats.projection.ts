import { type Recorded, streamId } from '#kernel/core';
import { projection } from '#kernel/readers';
import { formatFactsAfter, type ToldFact } from '../../cfer/format-facts.js';
import type { SafetyEventFact } from '../../safety-event/safety-event.events.js';
import { SafetyEventFormatsRow } from './safety-event-formats.row.js';

type Kept = Omit<SafetyEventFormatsRow, 'org' | 'id'>;

const told = (event: ToldFact & Pick<Recorded, 'revision' | 'position'>, row: Kept | undefined): Kept | undefined => {
  const facts = formatFactsAfter(row?.facts, event);
  return facts && { facts, revision: event.revision, position: event.position };
};

/** Safety events as other formats ask for them. What says nothing to any of them is not read. */
export const safetyEventFormats = projection<SafetyEventFormatsRow, SafetyEventFact>({
  name: 'safety-events.formats',
  version: 1,
  row: SafetyEventFormatsRow,
  key: ({ stream }) => streamId(stream),
  on: {
    SafetyEventReported: told,
    SafetyEventTriaged: told,
    HarmSeverityAssessed: told,
    PatientLinked: told,
    SafetyEventCorrected: told,
    TaxonomyAssigned: told,
    SafetyEventVoided: told,
    SafetyEventMerged: told,
    SafetyEventUnmerged: told,
    SafetyEventRedirected: told,
    SafetyEventReturned: told,
    SafetyEventTransferred: told,
  },
});
