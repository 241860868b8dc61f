import { randomBytes } from 'node:crypto';
import { type Decider, type DomainCommand, type DomainEvent, eventType, flag, open } from '#kernel/core';
import { Appender, Bell, type Envelope, KeyReused, Log, Placements, Streams } from '#kernel/ledger';
import { digest, logger, SystemClock, TimeOrderedIds } from '#kernel/platform';
import {
  Forgetting,
  KeyRing,
  MasterKey,
  Opener,
  privacyCatalogue,
  Safe,
  SealingCodec,
  shredder,
} from '#kernel/privacy';
import { type FreshDatabase, freshDatabase } from '../../../../test/support/index.js';
import { attachmentCatalogue } from './attachment/attachment.events.js';
import { Attachments } from './attachments.js';
import { ClamdScanner } from './clamd-scanner.js';
import { Quarantine } from './quarantine.js';
import type { Scanner } from './scanner.js';
import { aJpeg, aPdf, aPng, FakeClamd, SICK } from './testing/index.js';

class SilentBell extends Bell {
  ring(): void {}
}

const boxOpened = eventType('BoxOpened', 1, { full: open('OPER', flag()) });
const boxes: Decider<null, DomainCommand, DomainEvent> = {
  category: 'box',
  initialState: null,
  decide: () => [{ type: 'BoxOpened', data: { full: false } }],
  evolve: () => null,
};

const ids = new TimeOrderedIds();
const org = ids.next();
const [rosa, omar] = [ids.next(), ids.next()];

let db: FreshDatabase;
let log: Log;
let appender: Appender;
let streams: Streams;
let safe: Safe;
let attachments: Attachments;
let forgetting: Forgetting;
let clamd: FakeClamd;

beforeAll(async () => {
  db = await freshDatabase();
  clamd = await FakeClamd.listen();
  await new Placements(db.api).place(org);
  const keys = new KeyRing(new MasterKey(randomBytes(32)));
  log = new Log(db.api);
  const clock = new SystemClock();
  appender = new Appender(db.api, clock, new SilentBell());
  const codec = new SealingCodec(db.api, keys, [boxOpened, ...attachmentCatalogue, ...privacyCatalogue]);
  streams = new Streams(log, appender, codec, clock, ids);
  safe = new Safe(db.api, keys);
  attachments = new Attachments(db.api, safe, new Opener(keys), log, streams);
  forgetting = new Forgetting(streams);
});
beforeEach(() => {
  clamd.mood = 'well';
});
afterAll(async () => {
  await appender.close();
  await clamd.close();
  await db.close();
});

const by = (id = rosa): Envelope => {
  const commandId = ids.next();
  return {
    org,
    actor: { kind: 'staff', id, role: 'risk-manager' },
    commandId,
    requestHash: digest(commandId),
    correlationId: commandId,
  };
};

const aBox = async (): Promise<string> => {
  const id = ids.next();
  await streams.decide(boxes, id, { type: 'OpenBox', data: {} }, by());
  return id;
};
const file = (bytes: Buffer, name = 'bed 12') => ({ bytes, name, from: 'reporter', by: rosa }) as const;
const add = (id: string, bytes: Buffer, envelope = by(), name = 'bed 12') =>
  attachments.add('box', id, file(bytes, name), envelope);
const list = (id: string) => db.api.inOrg(org, (tx) => attachments.list(tx, org, `box-${id}`));
const take = (id: string, part: string) => db.api.inOrg(org, (tx) => attachments.take(tx, org, `box-${id}`, part));

const quarantine = (scanner?: Scanner) => new Quarantine(db.worker, safe, streams, scanner, logger('silent', 'test'));
const withClamd = (silentAfter?: number) => quarantine(new ClamdScanner(clamd.address, silentAfter));

const rows = () => db.worker.call<{ id: string }>({ text: 'select id::text from attachments.files' });
const kept = async (id: string): Promise<boolean> => (await rows()).some((row) => row.id === id);
/** Makes everything due, or old. */
const due = () => db.owner.across((tx) => tx.query("update attachments.files set due_at = '-infinity'"));
const old = (hours: number) =>
  db.owner.across((tx) =>
    tx.query('update attachments.files set stored_at = stored_at - make_interval(hours => $1)', [hours]),
  );

describe('an attachment', () => {
  it('is told by the log, its name sealed, and its bytes stand nowhere in clear', async () => {
    const id = await aBox();
    const bytes = aPdf('Ana Ruiz fell');
    const { part, revision, stream } = await add(id, bytes, by(), 'Ana Ruiz.pdf');
    expect({ revision, stream }).toEqual({ revision: 2, stream: `box-${id}` });
    expect(await list(id)).toEqual([
      {
        id: part,
        sha256: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
        size: bytes.length,
        mediaType: 'application/pdf',
        name: 'Ana Ruiz.pdf',
        from: 'reporter',
        by: rosa,
        addedAt: expect.any(String) as string,
        state: 'quarantined',
      },
    ]);
    const [row] = await db.worker.call<{ content: Buffer }>({
      text: 'select content from attachments.files where id = $1',
      values: [part],
    });
    expect(row?.content.includes('Ana Ruiz')).toBe(false);
    expect(JSON.stringify((await log.stream(org, stream)).events)).not.toContain('Ruiz');
  });

  it('is added once, however often the request comes', async () => {
    const id = await aBox();
    const envelope = by();
    const first = await add(id, aPng(), envelope);
    expect(await add(id, aPng(), envelope)).toEqual(first);
    await expect(add(id, aPng(), { ...envelope, requestHash: digest('other') })).rejects.toThrow(KeyReused);
    expect(await list(id)).toHaveLength(1);
  });

  it('of bytes that are there already is that file, also when two come at once', async () => {
    const id = await aBox();
    const [one, two] = await Promise.all([add(id, aPng()), add(id, aPng())]);
    expect(two.part).toBe(one.part);
    expect((await add(id, aPng())).part).toBe(one.part);
    expect(await list(id)).toHaveLength(1);
  });

  it('leaves nothing behind where it is refused', async () => {
    const before = await rows();
    await expect(add(ids.next(), aPng())).rejects.toMatchObject({ code: 'box/not-found' });
    const id = await aBox();
    await expect(add(id, Buffer.from('<html>'))).rejects.toMatchObject({ code: 'attachment/active-content' });
    await expect(add(id, Buffer.alloc(10_485_761, 'a'))).rejects.toMatchObject({ code: 'attachment/too-large' });
    expect(await rows()).toEqual(before);
  });

  it('may have ten MiB', async () => {
    const id = await aBox();
    const bytes = Buffer.alloc(10_485_760, 'a');
    const { part } = await add(id, bytes);
    await quarantine().run();
    const taken = await take(id, part);
    expect(typeof taken === 'object' && taken.bytes.equals(bytes)).toBe(true);
  });

  it('is absent for another organization', async () => {
    const id = await aBox();
    await add(id, aPng());
    const other = ids.next();
    expect(await db.api.inOrg(other, (tx) => attachments.list(tx, other, `box-${id}`))).toEqual([]);
    expect(await db.api.inOrg(other, (tx) => tx.query('select from attachments.files'))).toEqual([]);
  });
});

describe('quarantine', () => {
  it('keeps a file until it was scanned, and hands out what is clean', async () => {
    const id = await aBox();
    const { part } = await add(id, aJpeg(), by(), 'photo.jpg');
    expect(await take(id, part)).toBe('quarantined');
    await withClamd().run();
    expect(await take(id, part)).toEqual({
      id: part,
      state: 'clean',
      ending: 'jpg',
      name: 'photo.jpg',
      bytes: aJpeg(),
    });
    expect((await list(id))[0]).toMatchObject({ state: 'clean', engine: 'ClamAV' });
    expect(await take(id, ids.next())).toBe('absent');
  });

  it('never hands out what is infected, and keeps what was found', async () => {
    const id = await aBox();
    const { part } = await add(id, aPdf(SICK));
    await withClamd().run();
    expect(await take(id, part)).toBe('infected');
    const { events } = await log.stream(org, `box-${id}`);
    expect(events.at(-1)?.data).toMatchObject({ verdict: 'infected', finding: 'Win.Test.EICAR_HDB-1' });
  });

  it('says that nobody looked where there is no scanner, and looks when there is one', async () => {
    const id = await aBox();
    const { part } = await add(id, aPdf(SICK));
    await quarantine().run();
    expect(await take(id, part)).toMatchObject({ state: 'unscanned' });
    expect((await list(id))[0]).toMatchObject({ engine: 'none' });
    await due();
    await withClamd().run();
    expect(await take(id, part)).toBe('infected');
  });

  it.each(['failing', 'silent'] as const)(
    'keeps a file while the scanner is %s, and lets it go afterwards',
    async (mood) => {
      const id = await aBox();
      const { part } = await add(id, aPdf(`${mood} ${id}`));
      clamd.mood = mood;
      await withClamd(200).run();
      expect(await take(id, part)).toBe('quarantined');
      clamd.mood = 'well';
      await due();
      await withClamd().run();
      expect(await take(id, part)).toMatchObject({ state: 'clean' });
    },
  );

  it('lets go of a silent scanner when the worker stops', async () => {
    const id = await aBox();
    const { part } = await add(id, aPdf(`stopped ${id}`));
    clamd.mood = 'silent';
    const stopping = new AbortController();
    const running = withClamd().run(stopping.signal);
    await clamd.heard();
    stopping.abort();
    await running;
    expect(await take(id, part)).toBe('quarantined');
  });

  it('keeps a file while nobody listens', async () => {
    const id = await aBox();
    const { part } = await add(id, aPng());
    await quarantine(new ClamdScanner({ path: '/nowhere/clamd.sock' })).run();
    expect(await take(id, part)).toBe('quarantined');
  });

  it('scans every file once, however many workers there are', async () => {
    await due();
    await withClamd().run();
    const id = await aBox();
    for (const words of ['one', 'two', 'three', 'four']) await add(id, aPdf(words));
    const before = clamd.scanned;
    await Promise.all([withClamd().run(), withClamd().run(), withClamd().run()]);
    expect(clamd.scanned - before).toBe(4);
    expect((await list(id)).map(({ state }) => state)).toEqual(['clean', 'clean', 'clean', 'clean']);
  });
});

describe('half an upload', () => {
  /** The bytes came, and the process went away before the event. */
  const half = async (envelope: Envelope, again?: string): Promise<string> => {
    const id = again ?? (await aBox());
    const broken = Object.assign(Object.create(streams) as Streams, {
      decide: () => Promise.reject(new Error('gone')),
    });
    const keys = attachments as unknown as { safe: Safe; opener: Opener };
    const dying = new Attachments(db.api, keys.safe, keys.opener, log, broken);
    await expect(dying.add('box', id, file(aPng()), envelope)).rejects.toThrow('gone');
    return id;
  };
  const last = async () =>
    (
      await db.worker.call<{ id: string }>({
        text: 'select id::text from attachments.files order by stored_at desc limit 1',
      })
    )[0]?.id ?? '';

  it('is nothing that anybody sees, and is not scanned', async () => {
    const id = await half(by());
    const before = clamd.scanned;
    await due();
    await withClamd().run();
    expect(await list(id)).toEqual([]);
    expect(await take(id, await last())).toBe('absent');
    expect(clamd.scanned - before).toBe(0);
  });

  it('is swept after a day, and what is attached is not', async () => {
    await half(by());
    const orphan = await last();
    const { part } = await add(await aBox(), aPng());
    await old(23);
    await quarantine().sweep();
    expect(await kept(orphan)).toBe(true);
    await old(2);
    await quarantine().sweep();
    expect([await kept(orphan), await kept(part)]).toEqual([false, true]);
  });

  it('is young again when it is sent again, so that no sweep comes between bytes and event', async () => {
    const envelope = by();
    const id = await half(envelope);
    const orphan = await last();
    await old(30);
    await half(envelope, id);
    await quarantine().sweep();
    expect(await kept(orphan)).toBe(true);
  });

  it('is whole when it is sent again, and then no sweep takes it', async () => {
    const envelope = by();
    const id = await half(envelope);
    await old(30);
    const { part } = await add(id, aPng(), envelope);
    await quarantine().sweep();
    await withClamd().run();
    expect(await take(id, part)).toMatchObject({ bytes: aPng() });
  });
});

describe('what goes', () => {
  const forget = async (subject: string) => {
    await forgetting.request(subject, 'person-asked', by(rosa));
    await forgetting.approve(subject, by(omar));
    const head = await log.head(1);
    await db.worker.across(async (tx) => shredder.apply(tx, (await log.page(tx, 1, 0, head, shredder.types)).events));
  };
  const remove = (id: string, attachmentId: string) =>
    attachments.remove('box', id, { attachmentId, reason: 'wrong-record', by: omar }, by(omar));

  it('is unreadable when its subject is forgotten, and swept; nothing more comes', async () => {
    const id = await aBox();
    const { part } = await add(id, aPng());
    await withClamd().run();
    await forget(`box-${id}`);
    expect(await take(id, part)).toBe('erased');
    expect((await list(id))[0]).not.toHaveProperty('name');
    await expect(add(id, aJpeg())).rejects.toMatchObject({ code: 'subject/erased' });
    await quarantine().sweep();
    expect(await kept(part)).toBe(false);
  });

  it('is gone from the list at once when it is taken away, and its bytes with the next sweep', async () => {
    const id = await aBox();
    const { part } = await add(id, aPng());
    await remove(id, part);
    expect([await list(id), await take(id, part)]).toEqual([[], 'absent']);
    await quarantine().sweep();
    expect(await kept(part)).toBe(false);
    const again = await add(id, aPng());
    await quarantine().sweep();
    expect(await kept(again.part)).toBe(true);
  });

  it('is said to be missing, and not forgotten, where its bytes are not here', async () => {
    const id = await aBox();
    const { part } = await add(id, aPng());
    await withClamd().run();
    await db.owner.across((tx) => tx.query('delete from attachments.files where id = $1', [part]));
    expect(await take(id, part)).toBe('missing');
  });

  it('is not taken away under a legal hold', async () => {
    const id = await aBox();
    const { part } = await add(id, aPng());
    await forgetting.placeHold(`box-${id}`, 'CV-2026-0117', by(omar));
    await expect(remove(id, part)).rejects.toMatchObject({ code: 'attachment/under-legal-hold' });
    await forgetting.releaseHold(`box-${id}`, 'CV-2026-0117', by(omar));
    await remove(id, part);
    expect(await list(id)).toEqual([]);
  });
});
