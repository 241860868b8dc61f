import { setTimeout as pause } from 'node:timers/promises';
import { type Recorded, Refusal } from '#kernel/core';
import { inTraceOf } from '#kernel/platform';
import type { Automation, Sendable } from './automation.js';
import { followingCommands } from './following-commands.js';
import { isPoison } from './poison.js';
import type { Refusals } from './refusals.js';

/** How many streams are answered at once: commands on their way together share the ledger's batches. */
const ABREAST = 8;

/** How often an event is tried that cannot be answered, and how many milliseconds lie before, times the try. */
const TRIES = 3;
const PAUSE_MS = 50;

/** Takes a command to its handler and answers when it is done: the command bus. */
export type Send = (command: Sendable) => Promise<unknown>;

/** An event at which an automation or a handler fails by itself, however often it is tried. */
export interface Unanswerable {
  readonly event: Recorded;
  readonly error: unknown;
}

/** What became of some events. */
export interface Answered {
  /** The first event of all that nobody is done with. */
  readonly undone?: Recorded;
  /** Why. */
  readonly trouble?: { readonly error: unknown };
  readonly unanswerable: readonly Unanswerable[];
  /** Events that wait behind an unanswerable one of their stream. */
  readonly waiting: readonly Recorded[];
}

/** Sends what follows from events, with no transaction open. A refusal is kept, and passed by. */
export class Answering {
  constructor(
    private readonly automation: Automation,
    private readonly refusals: Refusals,
    private readonly send: Send,
  ) {}

  /**
   * Answers events: those of one stream in order, streams without waiting for each other. One that cannot be answered
   * keeps back what comes after it in its stream; trouble that passes ends everything there.
   */
  async all(events: readonly Recorded[], refused: ReadonlySet<string>): Promise<Answered> {
    const undone = new Set(events);
    const unanswerable: Unanswerable[] = [];
    const waiting: Recorded[] = [];
    let trouble: { error: unknown } | undefined;
    const answerStream = async (stream: readonly Recorded[]) => {
      for (const [index, event] of stream.entries()) {
        if (trouble) return;
        try {
          await this.one(event, refused);
          undone.delete(event);
        } catch (error) {
          if (!isPoison(error)) {
            trouble ??= { error };
            return;
          }
          unanswerable.push({ event, error });
          waiting.push(...stream.slice(index + 1));
          for (const later of stream.slice(index)) undone.delete(later);
          return;
        }
      }
    };
    const streams = byStream(events).values();
    const next = async () => {
      for (const stream of streams) await answerStream(stream);
    };
    await Promise.all(Array.from({ length: ABREAST }, next));
    const [first] = undone;
    return { ...(first && { undone: first }), ...(trouble && { trouble }), unanswerable, waiting };
  }

  /** Answers one event; tries again, a little later, what would be its own fault. */
  async one(event: Recorded, refused: ReadonlySet<string>): Promise<void> {
    for (let tries = 1; ; tries++) {
      try {
        return await this.once(event, refused);
      } catch (error) {
        if (tries >= TRIES || !isPoison(error)) throw error;
        await pause(PAUSE_MS * tries);
      }
    }
  }

  private async once(event: Recorded, refused: ReadonlySet<string>): Promise<void> {
    for (const command of followingCommands(this.automation, event)) {
      if (refused.has(command.envelope.commandId)) continue; // answered before a crash, and not asked again
      try {
        await inTraceOf(event.meta.traceparent, `automate ${this.automation.name}`, {}, () => this.send(command));
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        await this.refusals.note(this.automation, event, command, error);
      }
    }
  }
}

const byStream = (events: readonly Recorded[]): Map<string, Recorded[]> => {
  const streams = new Map<string, Recorded[]>();
  for (const event of events) {
    const key = `${event.org}/${event.stream}`;
    const known = streams.get(key);
    if (known) known.push(event);
    else streams.set(key, [event]);
  }
  return streams;
};
