import { randomBytes } from 'node:crypto';
import { TimeOrderedIds } from '#kernel/platform';
import { KeyRing, MasterKey, Safe } from '#kernel/privacy';
import { type FreshDatabase, freshDatabase } from '../../../../test/support/index.js';
import { DRAFTS_LIMIT, Drafts } from './drafts.js';

const ids = new TimeOrderedIds();
const org = ids.next();

describe('drafts', () => {
  let db: FreshDatabase;
  let safe: Safe;
  let drafts: Drafts;
  let workers: Drafts;
  beforeAll(async () => {
    db = await freshDatabase();
    safe = new Safe(db.api, new KeyRing(new MasterKey(randomBytes(32))));
    drafts = new Drafts(db.api, safe);
    workers = new Drafts(db.worker, safe);
  });
  afterAll(() => db.close());

  const of = (person: string, id?: string, where = org) =>
    db.api.inOrg(where, (tx) => drafts.of(tx, where, person, id));
  const rows = async (id: string) =>
    (await db.worker.call({ text: 'select from safety_events.drafts where id = $1', values: [id] })).length;
  const older = (id: string, days: number) =>
    db.owner.across((tx) =>
      tx.query('update safety_events.drafts set saved_at = saved_at - make_interval(days => $2) where id = $1', [
        id,
        days,
      ]),
    );

  it('are kept as they were saved last, for the person who writes them and for nobody else', async () => {
    const [ana, omar, id] = [ids.next(), ids.next(), ids.next()];
    await drafts.save(org, ana, id, { narrative: 'She' });
    const savedAt = await drafts.save(org, ana, id, { narrative: 'She fell.', harmed: 'patient' });
    const draft = { id, savedAt, report: { narrative: 'She fell.', harmed: 'patient' } };
    expect(await of(ana)).toEqual([draft]);
    expect(await of(ana, id)).toEqual([draft]);
    expect([await of(omar), await of(omar, id), await of(ana, ids.next())]).toEqual([[], [], []]);
    expect(await of(ana, id, ids.next())).toEqual([]);
  });

  it('stand nowhere in clear', async () => {
    const id = ids.next();
    await drafts.save(org, ids.next(), id, { narrative: 'Ana Ruiz' });
    const text = "select from safety_events.drafts where id = $1 and position('Ruiz' in encode(content, 'escape')) > 0";
    expect(await db.worker.call({ text, values: [id] })).toEqual([]);
    expect(await rows(id)).toBe(1);
  });

  it('of one id are two where two people have it', async () => {
    const [ana, omar, id] = [ids.next(), ids.next(), ids.next()];
    await drafts.save(org, ana, id, { narrative: 'hers' });
    await drafts.save(org, omar, id, { narrative: 'his' });
    await drafts.remove(org, omar, id);
    expect((await of(ana))[0]?.report).toEqual({ narrative: 'hers' });
    expect(await of(omar)).toEqual([]);
  });

  it('come newest first', async () => {
    const ana = ids.next();
    const [one, two] = [ids.next(), ids.next()];
    await drafts.save(org, ana, one, {});
    await drafts.save(org, ana, two, {});
    await drafts.save(org, ana, one, {});
    expect((await of(ana)).map(({ id }) => id)).toEqual([one, two]);
  });

  it('are at most fifty a person, also when many are saved at once, and one more when one was thrown away', async () => {
    const ana = ids.next();
    const saved = await Promise.allSettled(
      Array.from({ length: DRAFTS_LIMIT + 3 }, () => drafts.save(org, ana, ids.next(), {})),
    );
    const refused = saved.flatMap((one) => (one.status === 'rejected' ? [(one.reason as { code: string }).code] : []));
    expect(refused).toEqual(Array.from({ length: 3 }, () => 'safety-event-draft/too-many'));
    const [first] = await of(ana);
    await drafts.save(org, ana, first?.id ?? '', { narrative: 'again' });
    await drafts.remove(org, ana, first?.id ?? '');
    await drafts.save(org, ana, ids.next(), {});
    expect(await of(ana)).toHaveLength(DRAFTS_LIMIT);
  });

  it('are refused where they are too large, naming the field', async () => {
    const refusal = { code: 'safety-event-draft/too-large', field: 'report' };
    const long = { narrative: 'x'.repeat(140_000) };
    await expect(drafts.save(org, ids.next(), ids.next(), long)).rejects.toMatchObject(refusal);
  });

  it('that were thrown away are gone at once, and with the next sweep their keys', async () => {
    const [ana, id] = [ids.next(), ids.next()];
    await drafts.save(org, ana, id, { narrative: 'x' });
    await drafts.remove(org, ana, id);
    await drafts.remove(org, ana, id);
    expect(await of(ana)).toEqual([]);
    await workers.sweep();
    expect(await rows(id)).toBe(0);
    await expect(drafts.save(org, ana, id, {})).rejects.toMatchObject({ code: 'subject/erased' });
  });

  it('are swept when nobody has touched them for thirty days', async () => {
    const ana = ids.next();
    const [stale, touched, fresh] = [ids.next(), ids.next(), ids.next()];
    for (const id of [stale, touched, fresh]) await drafts.save(org, ana, id, {});
    await older(stale, 31);
    await older(touched, 31);
    await older(fresh, 29);
    await drafts.save(org, ana, touched, {});
    await workers.sweep();
    expect((await of(ana)).map(({ id }) => id)).toEqual([touched, fresh]);
  });

  it('can be forgotten as any subject can', async () => {
    const [ana, id] = [ids.next(), ids.next()];
    await drafts.save(org, ana, id, { narrative: 'x' });
    await db.worker.across((tx) => safe.destroy(tx, [org], [`safety-event-draft-${id}`]));
    expect(await of(ana)).toEqual([]);
  });
});
