import { randomUUID } from 'node:crypto';
import { auditRead, type Caller } from '#kernel/access';
import { Listing, mia, read } from '../../lines/listing.examples.js';
import { rosa } from '../../safety-event/safety-event.examples.js';
import { ListMyReports, ListMyReportsHandler } from '../my-reports/my-reports.query.js';
import { ReadReaders, ReadReadersHandler } from './readers.query.js';

const leo = '0192a000-0000-7000-8000-000000000022';

let listing: Listing;
let id: string;
let others: string;
beforeAll(async () => {
  listing = await Listing.begin();
  id = await listing.reported({ reporter: rosa });
  others = await listing.reported({ reporter: leo });
  await listing.caughtUp();
  const look = (caller: Caller, of = id, result: 'shown' | 'absent' = 'shown') =>
    listing.db.api.inOrg(listing.org, (tx) =>
      auditRead(tx, caller, { ...read, streams: [`safety-event-${of}`, `safety-event-${randomUUID()}`], result }),
    );
  await look(listing.caller('safety-event.read', 'risk-manager', mia));
  await look(listing.caller('safety-event.read', 'risk-manager', mia));
  await look(listing.caller('safety-event.list', 'auditor', leo));
  await look(listing.caller('safety-event.read', 'reporter', rosa)); // her own
  await look(listing.caller('safety-event.follow-own', 'risk-manager', rosa)); // her own, in another role
  await look(listing.caller('safety-event.read', 'reporter', leo), id, 'absent'); // in vain
  await look(listing.caller('safety-event.read', 'risk-manager', mia), others);
});
afterAll(() => listing?.close());

const readers = async (caller: Caller, of = id) =>
  new ReadReadersHandler(listing.db.api).execute(new ReadReaders(of, caller, read));

describe('who has seen a safety event', () => {
  const seen = [
    expect.objectContaining({ person: leo, role: 'auditor', action: 'safety-event.list', times: 1 }),
    expect.objectContaining({ person: mia, role: 'risk-manager', action: 'safety-event.read', times: 2 }),
  ];
  it('is told to risk managers, without whoever reported it, again and again', async () => {
    const manager = listing.caller('safety-event.see-readers');
    expect(await readers(manager)).toEqual(seen);
    expect(await readers(manager)).toEqual(seen); // asking who has seen it is no look at it
    expect(JSON.stringify(await readers(manager))).not.toContain(rosa);
  });
  it('is told to the reporter of their own, and of nobody else’s', async () => {
    const reporter = listing.caller('safety-event.see-readers', 'reporter', rosa);
    expect(await readers(reporter)).toEqual(seen);
    expect(await readers(reporter, others)).toBeUndefined();
    expect(await readers(reporter, randomUUID())).toBeUndefined();
  });
  it('is told of no other organization', async () => {
    const stranger = listing.caller('safety-event.see-readers', 'risk-manager', mia, randomUUID());
    expect(await readers(stranger)).toBeUndefined();
    const peek = listing.db.api.inOrg(randomUUID(), (tx) =>
      tx.query('select * from access.readers_of($1)', [[`safety-event-${id}`]]),
    );
    expect(await peek).toEqual([]);
  });
  it('is counted on the reporter’s own page: those who opened it', async () => {
    const own = listing.caller('safety-event.follow-own', 'reporter', rosa);
    const { items } = await new ListMyReportsHandler(listing.db.api).execute(
      new ListMyReports({ limit: 5 }, own, read),
    );
    expect(items).toEqual([expect.objectContaining({ id, seenBy: 1, unanswered: 0, feedback: 0 })]);
  });
});
