import { Listing, read } from '../../lines/listing.examples.js';
import { fallConfirmed, fallTriaged } from '../../safety-event/safety-event.examples.js';
import { type InboxFilter, ReadTriageInbox, ReadTriageInboxHandler } from './triage-inbox.query.js';

const lakeside = '0192a000-0000-7000-8000-000000000011';
const at = (day: string) => `2026-03-${day}T12:00:00.000Z`;

describe('the triage inbox', () => {
  let listing: Listing;
  beforeAll(async () => {
    listing = await Listing.begin();
  });
  afterAll(() => listing?.close());

  const inbox = async (filter: Partial<InboxFilter> = {}) => {
    await listing.caughtUp();
    const handler = new ReadTriageInboxHandler(listing.db.api, listing.lookups);
    return handler.execute(new ReadTriageInbox({ limit: 50, ...filter }, listing.caller('safety-event.inbox'), read));
  };

  it('shows new ones first, the most severe before the rest, of those the oldest; and what may be told twice', async () => {
    const unknown = await listing.reported({ category: 'device' }, at('02'));
    const oldest = await listing.reported(
      { harmReported: 'severe', eventAt: { value: at('01'), precision: 'day' } },
      at('03'),
    );
    const newest = await listing.reported({ harmReported: 'severe', facilityId: lakeside }, at('04'));
    const death = await listing.reported({ harmReported: 'death', facilityId: lakeside }, at('05'));
    const triaged = await listing.reported({ harmReported: 'death', category: 'blood' }, at('01'));
    await listing.recorded(triaged, at('02'), fallTriaged);
    const confirmed = await listing.reported({ category: 'infection' }, at('01'));
    await listing.recorded(confirmed, at('02'), fallTriaged, fallConfirmed);

    const { items, counts } = await inbox();
    expect(items.map(({ id }) => id)).toEqual([death, oldest, newest, unknown, triaged]);
    expect(counts).toEqual({ reported: { count: 4, severe: 3 }, triaged: { count: 1, severe: 0 } });
    const doubtful = items.filter(({ possibleDuplicates }) => possibleDuplicates > 0).map(({ id }) => id);
    expect(doubtful.sort()).toEqual([death, newest, oldest, triaged].sort());
    expect(items[0]).toEqual({
      id: death,
      status: 'reported',
      eventClass: 'incident',
      category: 'fall',
      harmed: 'patient',
      harm: 'death',
      facilityId: lakeside,
      source: 'staff_report',
      flags: [],
      eventAt: '2026-03-02T09:00:00.000Z',
      reportedAt: at('05'),
      absorbed: 0,
      possibleDuplicates: 1,
      revision: 1,
    });

    expect((await inbox({ facilityId: lakeside })).counts.reported).toEqual({ count: 2, severe: 2 });
    const seen: string[] = [];
    for (let page = await inbox({ limit: 2 }); ; page = await inbox({ limit: 2, from: page.next })) {
      seen.push(...page.items.map(({ id }) => id));
      if (!page.next) break;
    }
    expect(seen).toEqual(items.map(({ id }) => id));
  });
});
