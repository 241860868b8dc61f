import { randomBytes } from 'node:crypto';
import { type Decider, eventType, open, type Recorded, type Secret, sealed, secret, text, whole } from '#kernel/core';
import { Appender, Bell, type Envelope, Log, Placements, Streams, verifyLedger } from '#kernel/ledger';
import { digest, SystemClock, TimeOrderedIds } from '#kernel/platform';
import { type FreshDatabase, freshDatabase } from '../../../../test/support/index.js';
import { Forgetting } from './forgetting.js';
import { KeyRing } from './key-ring.js';
import { Lookups } from './lookups.js';
import { MasterKey } from './master-key.js';
import { Opener } from './opener.js';
import { SealBroken } from './seal-broken.js';
import { sealedRef } from './sealed-ref.js';
import { SealingCodec } from './sealing-codec.js';
import { shredder } from './shredder.js';
import { privacyCatalogue } from './subject/subject.events.js';

class SilentBell extends Bell {
  ring(): void {}
}

const wordsNoted = eventType('WordsNoted', 1, { words: sealed('PHI', text()), pages: open('OPER', whole(0, 9)) });
type WordsNoted = { type: 'WordsNoted'; data: { words: Secret; pages: number } };
type NoteWords = { type: 'NoteWords'; data: { words: string } };

/** A stream that notes whatever it is told. */
const notes: Decider<null, NoteWords, WordsNoted> = {
  category: 'note',
  initialState: null,
  decide: ({ data }) => [{ type: 'WordsNoted', data: { words: secret(data.words), pages: 1 } }],
  evolve: () => null,
};

const PLANTED = 'Ana Ruiz slipped beside bed 12';
const MRN = 'MRN-0042-7';
const ids = new TimeOrderedIds();
const clock = new SystemClock();
const org = ids.next();
const lee = ids.next();
const omar = ids.next();
const master = new MasterKey(randomBytes(32));
const keys = new KeyRing(master);
const opener = new Opener(keys);

let db: FreshDatabase;
let log: Log;
let appender: Appender;
let streams: Streams;
let forgetting: Forgetting;

beforeAll(async () => {
  db = await freshDatabase();
  await new Placements(db.api).place(org);
  log = new Log(db.api);
  appender = new Appender(db.api, clock, new SilentBell());
  const codec = new SealingCodec(db.api, keys, [wordsNoted, ...privacyCatalogue]);
  streams = new Streams(log, appender, codec, clock, ids);
  forgetting = new Forgetting(streams);
});
afterAll(async () => {
  await appender.close();
  await db.close();
});

const by = (id: string): Envelope => {
  const commandId = ids.next();
  return {
    org,
    actor: { kind: 'staff', id, role: 'risk-manager' },
    commandId,
    requestHash: digest(commandId),
    correlationId: commandId,
  };
};

/** Notes words in a stream of their own and gives the stream's name. */
const note = async (words = PLANTED, id = ids.next()): Promise<string> => {
  const lookups = [{ scope: 'record-number', value: MRN }];
  const command: NoteWords = { type: 'NoteWords', data: { words } };
  return (await streams.decide(notes, id, command, { ...by(lee), lookups })).stream;
};

const stored = async (stream: string): Promise<Recorded[]> => (await log.stream(org, stream)).events;
const refOf = (event: Recorded | undefined): string => (event && sealedRef(event, 'words')) ?? 'no reference';
const open1 = (stream: string, ref: string, using = opener) =>
  db.api.inOrg(org, (tx) => using.open(tx, org, stream, ref));
const shred = async (): Promise<void> => {
  const head = await log.head(1);
  await db.worker.across(async (tx) => shredder.apply(tx, (await log.page(tx, 1, 0, head, shredder.types)).events));
};
const forget = async (subject: string): Promise<void> => {
  await forgetting.request(subject, 'person-asked', by(lee));
  await forgetting.approve(subject, by(omar));
  await shred();
};

/** The tables in which a pattern occurs, whatever the column. */
const tablesWith = (pattern: string): Promise<string[]> =>
  db.owner.across(async (tx) => {
    const tables = await tx.query<{ name: string }>(
      "select format('%I.%I', schemaname, tablename) as name from pg_tables where tableowner = 'forthright_owner'",
    );
    const found: string[] = [];
    for (const { name } of tables) {
      const rows = await tx.query(`select from ${name} t where t::text ~* $1 limit 1`, [pattern]);
      if (rows.length > 0) found.push(name);
    }
    return found;
  });

describe('a sealed field', () => {
  it('opens from its reference to the words that were decided', async () => {
    const stream = await note();
    const [event] = await stored(stream);
    expect(event?.data).toEqual({ words: { sealed: expect.stringMatching(/^v1\./) as string }, pages: 1 });
    expect(await open1(stream, refOf(event))).toEqual({ clear: PLANTED });
  });

  it('raises an alarm when it was moved to another event', async () => {
    const stream = await note();
    await note('Other words', stream.slice(-36));
    const [first, second] = await stored(stream);
    const swapped = refOf(first).replace(first?.eventId ?? '', second?.eventId ?? '');
    await expect(open1(stream, swapped)).rejects.toThrow(SealBroken);
    await expect(open1(await note(), refOf(first))).rejects.toThrow(SealBroken);
  });

  it('raises an alarm under another master key, and does not read as erased', async () => {
    const stream = await note();
    const [event] = await stored(stream);
    const stranger = new Opener(new KeyRing(new MasterKey(randomBytes(32))));
    await expect(open1(stream, refOf(event), stranger)).rejects.toThrow(SealBroken);
  });

  it('leaves no word in any table', async () => {
    await note();
    expect(await tablesWith('WordsNoted')).toEqual(['ledger.events']); // the search does find what is there
    expect(await tablesWith('Ana Ruiz|bed 12|MRN-0042')).toEqual([]);
  });
});

describe('events that cannot be stored', () => {
  const codec = () => new SealingCodec(db.api, keys, [wordsNoted]);
  const encode = (type: string, data: object) =>
    codec().encode({ org, stream: `note-${ids.next()}` }, [{ id: ids.next(), event: { type, data } }]);

  it.each([
    ['of an unknown type', 'WordsForgotten', {}, /in no catalogue/],
    ['with an unknown field', 'WordsNoted', { words: secret('x'), pages: 1, more: 1 }, /no field more/],
    ['without a field', 'WordsNoted', { words: secret('x') }, /pages is missing/],
    ['with words that are not marked secret', 'WordsNoted', { words: 'x', pages: 1 }, /words/],
    ['with a seal of another event', 'WordsNoted', { words: { sealed: 'v1.a.b.c' }, pages: 1 }, /words/],
  ])('are those %s', async (_, type, data, problem) => {
    await expect(encode(type, data)).rejects.toThrow(problem);
  });

  it('are not declared twice', () => {
    expect(() => new SealingCodec(db.api, keys, [wordsNoted, wordsNoted])).toThrow(/Two event types/);
  });
});

describe('forgetting', () => {
  it('erases every word of its subject and changes no row of the ledger', async () => {
    const [ana, other] = [await note(), await note('Other words')];
    const refs = { ana: refOf((await stored(ana))[0]), other: refOf((await stored(other))[0]) };
    const before = await stored(ana);
    await forget(ana);
    expect(await open1(ana, refs.ana)).toEqual({ erased: true });
    expect(await open1(other, refs.other)).toEqual({ clear: 'Other words' });
    expect(await stored(ana)).toEqual(before);
    expect(await verifyLedger(db.worker, 1)).toMatchObject({ ok: true });
  });

  it('erases what is kept beside its subject under the same id, and lets nothing more be sealed there', async () => {
    const subject = await note();
    const id = subject.slice(-36);
    const margin = { ...notes, category: 'margin' };
    const noted = (words: string) => streams.decide(margin, id, { type: 'NoteWords', data: { words } }, by(lee));
    const { stream: beside } = await noted('In the margin');
    const [refs, others] = [refOf((await stored(beside))[0]), await note('Other words')];
    const together = new Forgetting(streams, { note: ['margin'] });
    expect(together.subjectsOf(subject)).toEqual([subject, beside]);
    await together.request(subject, 'person-asked', by(lee));
    await together.approve(subject, by(omar));
    await shred();
    expect(await open1(beside, refs)).toEqual({ erased: true });
    expect(await open1(others, refOf((await stored(others))[0]))).toEqual({ clear: 'Other words' });
    await expect(noted('More words')).rejects.toMatchObject({ code: 'subject/erased' });
  });

  it('takes away the ways to find its subject', async () => {
    const stream = await note();
    const found = () => db.api.inOrg(org, (tx) => new Lookups(master).findSubjects(tx, org, 'record-number', MRN));
    expect(await found()).toContain(stream);
    await forget(stream);
    expect(await found()).not.toContain(stream);
  });

  it('lets nothing more be sealed for its subject', async () => {
    const stream = await note();
    await forget(stream);
    await expect(note('More words', stream.slice(-36))).rejects.toMatchObject({ code: 'subject/erased' });
  });

  it('needs two people', async () => {
    const stream = await note();
    await forgetting.request(stream, 'person-asked', by(lee));
    await expect(forgetting.approve(stream, by(lee))).rejects.toMatchObject({ code: 'subject/needs-another-person' });
    await shred();
    expect(await open1(stream, refOf((await stored(stream))[0]))).toEqual({ clear: PLANTED });
  });

  it('waits for the end of a legal hold', async () => {
    const stream = await note();
    await forgetting.placeHold(stream, 'CV-2026-0117', by(omar));
    await expect(forget(stream)).rejects.toMatchObject({ code: 'subject/under-legal-hold' });
    await forgetting.releaseHold(stream, 'CV-2026-0117', by(omar));
    await forget(stream);
    expect(await open1(stream, refOf((await stored(stream))[0]))).toEqual({ erased: true });
  });

  it('may be repeated by the shredder from the beginning, as after a restore', async () => {
    const stream = await note();
    await forget(stream);
    await shred();
    expect(await open1(stream, refOf((await stored(stream))[0]))).toEqual({ erased: true });
  });
});
