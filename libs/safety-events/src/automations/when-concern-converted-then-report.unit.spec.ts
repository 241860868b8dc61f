import type { ConcernFact } from '#concerns/contracts';
import type { Recorded } from '#kernel/core';
import { followingCommands } from '#kernel/readers';
import type { ReportSafetyEvent } from '../commands/report-safety-event/report-safety-event.command.js';
import { safetyEventDecider } from '../safety-event/safety-event.decider.js';
import { nine, rosa, stMary, tenPastNine } from '../safety-event/safety-event.examples.js';
import { whenConcernConvertedThenReport } from './when-concern-converted-then-report.js';

const CONCERN = '0192a000-0000-7000-8000-000000000301';
const SAFETY_EVENT = '0192a000-0000-7000-8000-000000000101';

type Converted = Extract<ConcernFact, { type: 'ConcernConvertedToSafetyEvent' }>;

const converted = (different: Partial<Converted['data']> = {}) =>
  ({
    ledger: 1,
    position: 7,
    org: '0192a000-0000-7000-8000-000000000001',
    stream: `concern-${CONCERN}`,
    revision: 4,
    eventId: '0192b000-0001-7000-8000-0000000000e1',
    type: 'ConcernConvertedToSafetyEvent',
    schemaVersion: 1,
    occurredAt: tenPastNine,
    recordedAt: tenPastNine,
    actor: { kind: 'staff', id: rosa, role: 'risk-manager' },
    commandId: '0192b000-0001-7000-8000-0000000000c1',
    correlationId: '0192b000-0001-7000-8000-0000000000c2',
    meta: {},
    data: {
      safetyEventId: SAFETY_EVENT,
      eventClass: 'incident',
      category: 'fall',
      harmReported: 'moderate',
      eventAt: { value: nine, precision: 'estimated' },
      facilityId: stMary,
      convertedBy: rosa,
      ...different,
    },
  }) as Recorded;

const reportOf = (event: Recorded): ReportSafetyEvent => {
  const [command] = followingCommands(whenConcernConvertedThenReport, event);
  return command as ReportSafetyEvent;
};
const decided = ({ data }: ReportSafetyEvent) =>
  safetyEventDecider.decide(
    { type: 'ReportSafetyEvent', data: { ...data, toldElsewhere: true, at: tenPastNine } },
    { status: 'none' },
  );

describe('a concern that tells of a safety event', () => {
  it('reports it, under the id that it gave it, in codes only', () => {
    const report = reportOf(converted());
    expect(report.id).toBe(SAFETY_EVENT);
    expect(report.envelope).toMatchObject({ actor: { kind: 'system' } });
    const [fact] = decided(report);
    expect(fact).toEqual({
      type: 'SafetyEventReported',
      data: {
        eventClass: 'incident',
        category: 'fall',
        harmed: 'patient',
        harmReported: 'moderate',
        eventAt: { value: nine, precision: 'estimated' },
        discoveredAt: { value: tenPastNine, precision: 'exact' },
        facilityId: stMary,
        source: 'complaint',
        confidentiality: 'confidential',
        population: 'unidentified_patient',
        concernId: CONCERN,
      },
    });
  });

  it('is not lost for a name that Common Formats do not know, or for harm that a near miss does not do', () => {
    const report = reportOf(converted({ eventClass: 'near_miss', harmReported: 'mild' }));
    expect(decided(report)).toHaveLength(1);
    expect(report.data).not.toHaveProperty('harmReported');
  });
});
