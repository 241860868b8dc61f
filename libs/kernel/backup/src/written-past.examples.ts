import { randomBytes } from 'node:crypto';
import { type Decider, eventType, type Recorded, type Secret, sealed, secret, text } from '#kernel/core';
import { Appender, Bell, type Envelope, Log, Placements, Streams } from '#kernel/ledger';
import { type Database, digest, SystemClock, TimeOrderedIds } from '#kernel/platform';
import {
  Forgetting,
  KeyRing,
  Lookups,
  MasterKey,
  type Opened,
  Opener,
  privacyCatalogue,
  SealingCodec,
  sealedRef,
  shredder,
} from '#kernel/privacy';

class SilentBell extends Bell {
  ring(): void {}
}

/** What a past is made of. */
export const wordsNoted = eventType('WordsNoted', 1, { words: sealed('PHI', text()) });
type WordsNoted = { type: 'WordsNoted'; data: { words: Secret } };
type NoteWords = { type: 'NoteWords'; data: { words: string } };

const notes: Decider<null, NoteWords, WordsNoted> = {
  category: 'note',
  initialState: null,
  decide: ({ data }) => [{ type: 'WordsNoted', data: { words: secret(data.words) } }],
  evolve: () => null,
};

const ids = new TimeOrderedIds();

/** One organization with sealed words about several people: something to back up. */
export class WrittenPast {
  readonly master: MasterKey;
  readonly log: Log;
  private readonly keys: KeyRing;
  private readonly appender: Appender;
  private readonly streams: Streams;
  private readonly forgetting: Forgetting;
  private readonly people = [ids.next(), ids.next()] as const;

  constructor(
    readonly db: Database,
    master = new MasterKey(randomBytes(32)),
    readonly org = ids.next(),
  ) {
    this.master = master;
    const clock = new SystemClock();
    this.keys = new KeyRing(master);
    this.log = new Log(db);
    this.appender = new Appender(db, clock, new SilentBell());
    const codec = new SealingCodec(db, this.keys, [wordsNoted, ...privacyCatalogue]);
    this.streams = new Streams(this.log, this.appender, codec, clock, ids);
    this.forgetting = new Forgetting(this.streams);
  }

  async begin(): Promise<void> {
    await this.keys.check(this.db);
    await new Placements(this.db).place(this.org);
  }

  /** Notes words about somebody new, findable by a record number. Answers the stream. */
  async note(words: string, recordNumber = 'MRN-1', claim?: string): Promise<string> {
    const lookups = [{ scope: 'record-number', value: recordNumber }];
    const claims = claim ? [{ scope: 'note', key: claim, refusal: 'note/taken', says: 'Taken.' }] : [];
    const command: NoteWords = { type: 'NoteWords', data: { words } };
    const { stream } = await this.streams.decide(notes, ids.next(), command, { ...this.by(0), lookups, claims });
    return stream;
  }

  /** Records that two people want a subject forgotten; nothing is destroyed before the shredder runs. */
  async approveForgetting(subject: string): Promise<void> {
    await this.forgetting.request(subject, 'person-asked', this.by(0));
    await this.forgetting.approve(subject, this.by(1));
  }

  /** What the shredder does, from the beginning. */
  static async shred(worker: Database): Promise<void> {
    await worker.across(async (tx) => {
      const { events } = await new Log(worker).page(tx, 1, 0, 100_000, shredder.types);
      if (events.length > 0) await shredder.apply(tx, events);
    });
  }

  /** The words of a subject, as another database has them. */
  async words(stream: string, api = this.db): Promise<Opened> {
    const { events } = await new Log(api).stream(this.org, stream);
    const ref = sealedRef(events[0] as Recorded, 'words') ?? '';
    return api.inOrg(this.org, (tx) => new Opener(this.keys).open(tx, this.org, stream, ref));
  }

  /** The streams under a record number, as another database has them. */
  found(recordNumber: string, api = this.db): Promise<string[]> {
    const lookups = new Lookups(this.master);
    return api.inOrg(this.org, (tx) => lookups.findSubjects(tx, this.org, 'record-number', recordNumber));
  }

  private by(person: 0 | 1): Envelope {
    const commandId = ids.next();
    return {
      org: this.org,
      actor: { kind: 'staff', id: this.people[person], role: 'risk-manager' },
      commandId,
      requestHash: digest(commandId),
      correlationId: commandId,
    };
  }
}
