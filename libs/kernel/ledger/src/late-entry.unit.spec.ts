import type { Actor, EventMeta } from '#kernel/core';
import { lateEntryRefusal } from './late-entry.js';

const now = '2026-03-31T12:00:00.000Z';
const ana: Actor = { kind: 'staff', id: 'ana', role: 'reporter' };
const refusal = (occurredAt: string | undefined, meta?: EventMeta, actor = ana) =>
  lateEntryRefusal({ occurredAt, actor, meta }, now)?.code;

describe('an entry of something that happened', () => {
  it('now, or a moment ago, needs nothing', () => {
    expect(refusal(undefined)).toBeUndefined();
    expect(refusal(now)).toBeUndefined();
    expect(refusal('2026-03-30T12:00:00.000Z')).toBeUndefined();
  });

  it('in the future is refused beyond five minutes, which clocks may differ by', () => {
    expect(refusal('2026-03-31T12:05:00.000Z')).toBeUndefined();
    expect(refusal('2026-03-31T12:05:00.001Z')).toBe('envelope/in-the-future');
  });

  it('more than a day ago says why it is late', () => {
    const occurredAt = '2026-03-30T11:59:59.999Z';
    expect(refusal(occurredAt)).toBe('envelope/late-without-reason');
    expect(refusal(occurredAt, { reasonCode: 'found-in-audit' })).toBeUndefined();
  });

  it('more than thirty days ago needs a reason and somebody else who approved', () => {
    const occurredAt = '2026-03-01T11:59:59.999Z';
    const meta = { reasonCode: 'imported-history' };
    expect(refusal('2026-03-01T12:00:00.000Z', meta)).toBeUndefined();
    expect(refusal(occurredAt, { approver: 'ben' })).toBe('envelope/late-without-reason');
    expect(refusal(occurredAt, meta)).toBe('envelope/late-without-approver');
    expect(refusal(occurredAt, { ...meta, approver: 'ana' })).toBe('envelope/late-without-approver');
    expect(refusal(occurredAt, { ...meta, approver: 'ben' })).toBeUndefined();
  });

  it('by nobody known still needs an approver', () => {
    const anonymous: Actor = { kind: 'anonymous', role: 'reporter' };
    expect(refusal('2025-03-31T12:00:00.000Z', { reasonCode: 'found-in-audit' }, anonymous)).toBe(
      'envelope/late-without-approver',
    );
  });
});
