import { projecting, recorded } from '#kernel/readers/testing';
import {
  fallClosed,
  fallConfirmed,
  fallReported,
  fallTriaged,
  fallVoided,
  rosa,
  stMary,
} from '../../safety-event/safety-event.examples.js';
import { safetyEventList } from './safety-event-list.projection.js';

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
    projecting(safetyEventList)
      .given(recorded(fallReported), recorded(asNearMiss))
      .thenRows({ eventClass: 'near_miss' });
  });
  it('keeps a voided report in sight, as voided', () => {
    projecting(safetyEventList).given(recorded(fallReported), recorded(fallVoided)).thenRows({ status: 'voided' });
  });
});
