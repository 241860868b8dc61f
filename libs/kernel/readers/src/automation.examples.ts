import { type Decider, type DomainCommand, type DomainEvent, refuse, streamId } from '#kernel/core';
import {
  Appender,
  Bell,
  type Encoded,
  type Envelope,
  EventCodec,
  type EventToEncode,
  Log,
  Streams,
} from '#kernel/ledger';
import { type Database, SystemClock, TimeOrderedIds } from '#kernel/platform';
import type { Send } from './answering.js';
import { automation, type Sendable } from './automation.js';

type Noted = DomainEvent<'SomethingNoted', { readonly words: string }>;
type Reminded = DomainEvent<'SomebodyReminded', { readonly of: string }>;
type RemindSomebody = DomainCommand<'RemindSomebody', { readonly of: string }>;

/** Whoever is asked to remind does so every time: what is asked twice would be there twice. */
const reminder: Decider<undefined, RemindSomebody, Reminded> = {
  category: 'reminder',
  initialState: undefined,
  decide: ({ data }) =>
    data.of.startsWith('secret')
      ? refuse('reminder/secret', 'Nobody is reminded of a secret.', 'of')
      : [{ type: 'SomebodyReminded', data }],
  evolve: (state) => state,
};

/** Remind somebody of a note. */
export class Remind implements Sendable {
  constructor(
    readonly id: string,
    readonly of: string,
    readonly envelope: Envelope,
  ) {}
}

/** A note is worth a reminder, one that is "urgent" two, and one that is "idle" none. */
export const whenNotedThenRemind = automation<Noted>({
  name: 'examples.when-noted-then-remind',
  version: 1,
  on: {
    SomethingNoted: ({ stream, data: { words } }, act) => {
      if (words.startsWith('idle')) return undefined;
      const remind = (of: string) => new Remind(streamId(stream), of, act());
      return words.startsWith('urgent') ? [remind(words), remind(`${words}, again`)] : remind(words);
    },
  },
});

class SilentBell extends Bell {
  ring(): void {}
}

class PlainCodec extends EventCodec {
  async encode(_encoding: object, events: readonly EventToEncode[]): Promise<Encoded[]> {
    return events.map(({ event }) => ({ schemaVersion: 1, data: JSON.stringify(event.data) }));
  }
}

/** The command side of {@link Remind}, without a bus in between. */
export const reminding = (api: Database): { send: Send; close(): Promise<void> } => {
  const appender = new Appender(api, new SystemClock(), new SilentBell());
  const streams = new Streams(new Log(api), appender, new PlainCodec(), new SystemClock(), new TimeOrderedIds());
  const send: Send = (command) => {
    const { id, of, envelope } = command as Remind;
    return streams.decide(reminder, id, { type: 'RemindSomebody', data: { of } }, envelope);
  };
  return { send, close: () => appender.close() };
};
