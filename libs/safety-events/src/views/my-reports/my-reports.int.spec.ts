import { secret } from '#kernel/core';
import { Listing, mia, read } from '../../lines/listing.examples.js';
import { rosa } from '../../safety-event/safety-event.examples.js';
import { ListMyReports, ListMyReportsHandler } from './my-reports.query.js';

const at = (day: string) => `2026-03-${day}T12:00:00.000Z`;

describe('what somebody reported', () => {
  let listing: Listing;
  beforeAll(async () => {
    listing = await Listing.begin();
  });
  afterAll(() => listing?.close());

  const mine = async (page: ListMyReports['page'], person = rosa) =>
    new ListMyReportsHandler(listing.db.api).execute(
      new ListMyReports(page, listing.caller('safety-event.follow-own', 'reporter', person), read),
    );

  it('stands newest first, with who has it, what waits for an answer, and where it goes on', async () => {
    const asked = await listing.reported({}, at('02'));
    const message = (direction: 'to_reporter' | 'from_reporter') =>
      ({
        type: 'ReporterMessageExchanged',
        data: { direction, channel: 'in_app', words: secret('Which bed?') },
      }) as const;
    await listing.recorded(
      asked,
      at('03'),
      { type: 'SafetyEventAssigned', data: { owner: mia, assignedBy: mia } },
      message('to_reporter'),
    );
    const survivor = await listing.reported({ reporter: mia }, at('03'));
    await listing.recorded(survivor, at('04'), { type: 'SafetyEventAssigned', data: { owner: mia, assignedBy: mia } });
    const merged = await listing.reported({}, at('04'));
    await listing.recorded(merged, at('05'), {
      type: 'SafetyEventMerged',
      data: { intoEventId: survivor, matchBasis: ['time'], mergedBy: mia },
    });
    const anonymous = await listing.reported({ reporter: undefined, confidentiality: 'anonymous' }, at('06'));
    await listing.caughtUp();

    const { items } = await mine({ limit: 10 });
    expect(items).toEqual([
      expect.objectContaining({
        id: merged,
        status: 'merged',
        goesOn: { status: 'reported', owner: mia, feedback: 0 },
      }),
      expect.objectContaining({ id: asked, status: 'reported', owner: mia, unanswered: 1 }),
    ]);
    expect(JSON.stringify(items)).not.toContain(survivor); // another person's report
    expect(JSON.stringify(items)).not.toContain(anonymous);
    await listing.recorded(asked, at('07'), message('from_reporter'));
    await listing.caughtUp();
    expect((await mine({ limit: 10 })).items.at(-1)).toMatchObject({ id: asked, unanswered: 0 });

    const first = await mine({ limit: 1 });
    expect(first.more).toBe(true);
    const rest = await mine({ limit: 1, from: { reportedAt: at('04'), id: merged } });
    expect([rest.items.map(({ id }) => id), rest.more]).toEqual([[asked], false]);
  });
});
