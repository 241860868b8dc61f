import type { Actor, Recorded } from '#kernel/core';
import type { Envelope } from '#kernel/ledger';
import { derivedUuid, digest } from '#kernel/platform';
import type { Added, Automation, Sendable } from './automation.js';

/** Who acts when nobody does. */
const SYSTEM: Actor = { kind: 'system', role: 'system' };

/**
 * The commands that follow from an event, each in an envelope of ours: `<automation>-<ledger>-<position>` is the first
 * one's key, and `-2`, `-3` those of the others. The request is told by the key alone, not by what is asked: after a new
 * release a command that was sent already is the same command, though it would read differently now.
 */
export const followingCommands = (automation: Automation, event: Recorded): readonly Sendable[] => {
  const given = new Set<Envelope>();
  const { traceparent } = event.meta;
  const act = (added: Added = {}) => {
    const key = keyOf(automation.name, event, given.size + 1);
    const envelope: Envelope = {
      org: event.org,
      actor: SYSTEM,
      commandId: derivedUuid('automation-command', event.org, key),
      requestHash: digest(key),
      correlationId: event.correlationId,
      causationId: event.eventId,
      ...added,
      ...(traceparent && { meta: { traceparent, ...added.meta } }),
    };
    given.add(envelope);
    return envelope;
  };
  const commands = [automation.on[event.type]?.(event, act) ?? []].flat();
  const used = new Set(commands.map(({ envelope }) => envelope));
  if (used.size < commands.length || [...used].some((envelope) => !given.has(envelope)))
    throw new Error(`${automation.name} sends each command in the envelope that it was given for it`);
  return commands;
};

const keyOf = (name: string, { ledger, position }: Recorded, nth: number): string =>
  `${name}-${ledger}-${position}${nth > 1 ? `-${nth}` : ''}`;
