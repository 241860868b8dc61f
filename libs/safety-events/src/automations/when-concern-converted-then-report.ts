import type { ConcernFact } from '#concerns/contracts';
import { streamId } from '#kernel/core';
import { automation } from '#kernel/readers';
import { ReportSafetyEvent } from '../commands/report-safety-event/report-safety-event.command.js';

/**
 * A patient or family told of a safety event: it is reported, under the id that the concern gave it. Codes only: the
 * submitter's words stay with the concern, which stays open until they are answered (domain.md 8.5).
 */
export const whenConcernConvertedThenReport = automation<ConcernFact>({
  name: 'safety-events.when-concern-converted-then-report',
  version: 1,
  on: {
    ConcernConvertedToSafetyEvent: ({ stream, occurredAt, data }, act) => {
      const { safetyEventId, convertedBy: _, harmReported, ...told } = data;
      return new ReportSafetyEvent(
        safetyEventId,
        {
          ...told,
          ...(harmReported && told.eventClass === 'incident' && { harmReported }), // nothing else harms anybody
          harmed: 'patient',
          population: 'unidentified_patient',
          discoveredAt: { value: occurredAt, precision: 'exact' },
          source: 'complaint',
          confidentiality: 'confidential',
          concernId: streamId(stream),
        },
        act(),
      );
    },
  },
});
