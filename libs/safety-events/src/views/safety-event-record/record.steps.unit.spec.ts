import { secret } from '#kernel/core';
import { safetyEventCatalogue } from '../../safety-event/safety-event.events.js';
import { fallReported, fallTriaged, rosa } from '../../safety-event/safety-event.examples.js';
import { isForReporter, isReporters, statusOf, stepOf } from './record.steps.js';
import { safetyEventRecord } from './safety-event-record.projection.js';

const types = safetyEventCatalogue.map(({ type }) => type);
const manager = { kind: 'staff', id: rosa, role: 'risk-manager' } as const;
const nurse = { kind: 'staff', id: rosa, role: 'reporter' } as const;
const words = secret('Words.');

describe('the record of a safety event', () => {
  it('keeps every fact there is, and knows how to show it', () => {
    expect(Object.keys(safetyEventRecord.on).sort()).toEqual([...types].sort());
    for (const type of types) expect(stepOf({ type })).toBeDefined();
  });

  it.each([
    [['SafetyEventReported'], 'reported'],
    [['SafetyEventReported', 'SafetyEventTriaged', 'CaseLinked'], 'triaged'],
    [['SafetyEventReported', 'SafetyEventTriaged', 'SafetyEventMerged'], 'merged'],
    [['SafetyEventReported', 'SafetyEventTriaged', 'SafetyEventMerged', 'SafetyEventUnmerged'], 'triaged'],
    [['SafetyEventReported', 'SafetyEventMerged', 'SafetyEventUnmerged', 'SafetyEventVoided'], 'voided'],
    [['SafetyEventTriaged', 'SafetyEventConfirmed', 'SafetyEventClosed', 'SafetyEventReopened'], 'confirmed'],
    [['SafetyEventTriaged', 'SafetyEventRedirected', 'SafetyEventReturned'], 'triaged'],
  ] as const)('has after %j the status %s', (history, status) =>
    expect(statusOf(history.map((type) => ({ type })))).toBe(status),
  );

  it('knows what the reporter did, by whatever role they did it', () => {
    const message = (direction: 'to_reporter' | 'from_reporter') =>
      ({
        type: 'ReporterMessageExchanged',
        data: { direction, channel: 'in_app', words },
        actor: manager,
      }) as const;
    const addendum = (author: 'reporter' | 'reporter_by_code' | 'staff') =>
      ({ type: 'AddendumWritten', data: { words, author }, actor: manager }) as const;
    expect(isReporters({ ...fallReported, actor: manager })).toBe(true);
    expect(isReporters(message('from_reporter'))).toBe(true);
    expect(isReporters(message('to_reporter'))).toBe(false);
    expect(isReporters(addendum('reporter_by_code'))).toBe(true);
    expect(isReporters(addendum('staff'))).toBe(false);
    expect(isReporters({ ...fallTriaged, actor: manager })).toBe(false);
    expect(isReporters({ ...fallTriaged, actor: nurse })).toBe(true);
    expect([isForReporter(message('to_reporter')), isForReporter(message('from_reporter'))]).toEqual([true, false]);
  });
});
