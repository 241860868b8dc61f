import type { DomainEvent, Recorded } from '#kernel/core';
import type { Act, Automation, Sendable } from '../automation.js';
import { followingCommands } from '../following-commands.js';
import type { KeyedRow, Projection } from '../projection.js';

let next = 0;

/** A fact as if it had been recorded: its envelope filled in, or as given. */
export const recorded = <E extends DomainEvent>(event: E, envelope: Partial<Recorded<E>> = {}): Recorded<E> => {
  next += 1;
  return {
    ledger: 1,
    position: next,
    org: '00000000-0000-7000-8000-000000000001',
    stream: 'example-00000000-0000-7000-8000-000000000002',
    revision: next,
    eventId: `00000000-0000-7000-8000-${String(next).padStart(12, '0')}`,
    type: event.type,
    schemaVersion: 1,
    occurredAt: '2026-03-02T09:00:00.000Z',
    recordedAt: '2026-03-02T09:00:00.000Z',
    actor: { kind: 'staff', id: '00000000-0000-7000-8000-00000000000a', role: 'risk-manager' },
    commandId: '00000000-0000-7000-8000-00000000000b',
    correlationId: '00000000-0000-7000-8000-00000000000c',
    meta: {},
    data: event.data,
    ...envelope,
  };
};

/** Given these recorded facts, then these rows: a projection tested without a database. */
export const projecting = <Row extends KeyedRow, E extends DomainEvent>(projection: Projection<Row, E>) => ({
  given: (...events: readonly Recorded<E>[]) => {
    const rows = new Map<string, Omit<Row, 'org' | 'id'>>();
    for (const event of events) {
      const id = projection.key(event);
      const fold = projection.on[event.type as E['type']] as
        | ((event: Recorded<E>, row?: Omit<Row, 'org' | 'id'>) => Omit<Row, 'org' | 'id'> | undefined)
        | undefined;
      const row = fold?.(event, rows.get(id));
      if (row) rows.set(id, row);
    }
    return {
      thenRows: (...expected: readonly Partial<Omit<Row, 'org' | 'id'>>[]) =>
        expect([...rows.values()]).toEqual(expected.map((row) => expect.objectContaining(row) as unknown)),
    };
  },
});

/** When this was recorded, then these commands, or nothing: an automation tested without a ledger. */
export const automating = <E extends DomainEvent>(automation: Automation<E>) => ({
  when: (event: Recorded<E>) => {
    const sent = followingCommands(automation, event);
    return {
      thenSends: (expected: (act: Act) => readonly Sendable[]) => {
        const envelopes = sent.map(({ envelope }) => envelope).values();
        const act: Act = () => {
          const { value } = envelopes.next();
          if (!value) throw new Error(`${automation.name} sends ${sent.length} commands`);
          return value;
        };
        expect(sent).toEqual(expected(act));
      },
      thenNothing: () => expect(sent).toEqual([]),
    };
  },
});
