import { randomUUID } from 'node:crypto';
import { type FreshDatabase, freshDatabase } from '../../../../../test/support/index.js';
import { ViewedPublicFacilities } from './viewed-public-facilities.js';

let db: FreshDatabase;
beforeAll(async () => {
  db = await freshDatabase();
});
afterAll(() => db.close());

const keep = async (name: string, phone: string | null, accepts: boolean): Promise<{ org: string; id: string }> => {
  const [org, id] = [randomUUID(), randomUUID()];
  await db.worker.inOrg(org, (tx) =>
    tx.query(
      'insert into views.public_contacts_v1 (org, id, name, phone, accepts_concerns, position) values ($1, $2, $3, $4, $5, 1)',
      [org, id, name, phone, accepts],
    ),
  );
  return { org, id };
};

it('lists what is open to the public, of every organization, and tells no more than name and number', async () => {
  const lakeside = await keep('Lakeside Hospital', '212-555-0168', true);
  const mary = await keep('St. Mary Hospital', '312-555-0142', true);
  const clinic = await keep('A Clinic', null, false);
  const closed = await keep('Closed Hospital', '312-555-0199', false);
  const facilities = new ViewedPublicFacilities(db.api);
  expect(await facilities.all()).toEqual([
    { ...lakeside, name: 'Lakeside Hospital', phone: '212-555-0168' },
    { ...mary, name: 'St. Mary Hospital', phone: '312-555-0142' },
  ]);
  expect(await facilities.find(mary.id)).toMatchObject({ org: mary.org });
  for (const { id } of [clinic, closed, { id: randomUUID() }]) expect(await facilities.find(id)).toBeUndefined();
});
