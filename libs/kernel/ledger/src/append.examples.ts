import { randomBytes, randomUUID } from 'node:crypto';
import type { Actor } from '#kernel/core';
import type { Append, EventToStore } from './append.js';
import { Bell } from './bell.js';

export const nora: Actor = { kind: 'staff', id: '0190c4f0-0000-7000-8000-00000000000a', role: 'reporter' };

/** A new stream's name. */
export const aStream = (): string => `safety-event-${randomUUID()}`;

/** Something was noted. */
export const noted = (more: Partial<EventToStore> = {}): EventToStore => ({
  id: randomUUID(),
  type: 'SomethingNoted',
  schemaVersion: 1,
  occurredAt: '2026-03-02T09:00:00.000Z',
  meta: {},
  data: '{"harm":"none"}',
  ...more,
});

/** A command of its own that notes one thing, wherever its stream stands. */
export const noting = (org: string, stream: string, more: Partial<Append> = {}): Append => ({
  org,
  stream,
  expected: 'any',
  commandId: randomUUID(),
  requestHash: randomBytes(32),
  actor: nora,
  correlationId: randomUUID(),
  events: [noted()],
  ...more,
});

/** Remembers what it was told. */
export class HeardBell extends Bell {
  readonly heard: [ledger: number, position: number][] = [];

  ring(ledger: number, position: number): void {
    this.heard.push([ledger, position]);
  }
}
