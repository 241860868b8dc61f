import { randomBytes } from 'node:crypto';
import { code, eventType, type Label, open, optional, sealed, text } from '#kernel/core';
import { TimeOrderedIds } from '#kernel/platform';
import { type FreshDatabase, freshDatabase } from '../../../../test/support/index.js';
import { disclose, type Said, type Shown } from './disclosure.js';
import { KeyRing } from './key-ring.js';
import { destroySubjects } from './keys.sql.js';
import { MasterKey } from './master-key.js';
import { Opener } from './opener.js';
import { seal } from './seal.js';
import { SealBroken } from './seal-broken.js';

const ids = new TimeOrderedIds();
const org = ids.next();
const keys = new KeyRing(new MasterKey(randomBytes(32)));
const opener = new Opener(keys);
const shape = eventType('FallReported', 1, {
  harm: open('OPER', code(['none', 'mild'])),
  narrative: sealed('PHI', text()),
  witness: optional(sealed('IDENT', text())),
});

let db: FreshDatabase;
beforeAll(async () => {
  db = await freshDatabase();
});
afterAll(() => db.close());

/** A stream that has said these words, each in an event of its own. */
const told = async (...narratives: string[]) => {
  const stream = `safety-event-${ids.next()}`;
  const key = (await keys.forSealing(db.api, org, stream)) as Buffer;
  const said = narratives.map((narrative): Omit<Said, 'labels'> => {
    const eventId = ids.next();
    const sealOne = (field: string, clear: string) => ({ sealed: seal(key, { org, stream, eventId, field }, clear) });
    return {
      shape,
      eventId,
      data: { harm: 'mild', narrative: sealOne('narrative', narrative), witness: sealOne('witness', 'Sam') },
    };
  });
  return { stream, said };
};

const showing = (stream: string, labels: readonly Label[], said: readonly Omit<Said, 'labels'>[]): Promise<Shown[]> =>
  db.api.inOrg(org, (tx) =>
    disclose(
      opener,
      tx,
      { org, stream },
      said.map((one) => ({ ...one, labels })),
    ),
  );

describe('disclosing what was said', () => {
  it('shows each reader the fields of their labels and leaves the others out', async () => {
    const { stream, said } = await told('She fell.', 'She fell again.');
    expect(await showing(stream, ['OPER'], said)).toEqual([{ harm: 'mild' }, { harm: 'mild' }]);
    expect(await showing(stream, ['OPER', 'PHI'], said)).toEqual([
      { harm: 'mild', narrative: 'She fell.' },
      { harm: 'mild', narrative: 'She fell again.' },
    ]);
    expect(await showing(stream, ['IDENT'], said)).toEqual([{ witness: 'Sam' }, { witness: 'Sam' }]);
    expect(await showing(stream, [], said)).toEqual([{}, {}]);
  });

  it('goes by each event: what a reader wrote may be open to them where the answer is not', async () => {
    const { stream, said } = await told('I slipped.', 'She was careless.');
    const [own, answer] = said as [Omit<Said, 'labels'>, Omit<Said, 'labels'>];
    const asLabeled: Said[] = [
      { ...own, labels: ['PHI'] },
      { ...answer, labels: ['OPER'] },
    ];
    const shown = await db.api.inOrg(org, (tx) => disclose(opener, tx, { org, stream }, asLabeled));
    expect(shown).toEqual([{ narrative: 'I slipped.' }, { harm: 'mild' }]);
  });

  it('shows nothing that no type declares', async () => {
    const { stream, said } = await told('She fell.');
    const more = said.map((one) => ({ ...one, data: { ...one.data, note: 'slipped in' } }));
    expect(await showing(stream, ['OPER'], more)).toEqual([{ harm: 'mild' }]);
  });

  it('shows that words were erased, and codes as they were', async () => {
    const { stream, said } = await told('She fell.');
    await db.worker.across((tx) => tx.query(destroySubjects, [[org], [stream]]));
    expect(await showing(stream, ['OPER', 'PHI'], said)).toEqual([{ harm: 'mild', narrative: { erased: true } }]);
  });

  it('raises an alarm when words were moved from one event to another', async () => {
    const { stream, said } = await told('She fell.', 'Another fall.');
    const [first, second] = said as [Omit<Said, 'labels'>, Omit<Said, 'labels'>];
    const swapped = [{ ...first, data: { ...first.data, narrative: second.data.narrative } }];
    await expect(showing(stream, ['PHI'], swapped)).rejects.toThrow(SealBroken);
    expect(await showing(stream, ['OPER'], swapped)).toEqual([{ harm: 'mild' }]);
  });
});
