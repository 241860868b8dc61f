import { secret } from '#kernel/core';
import { Listing, mia } from '../../lines/listing.examples.js';
import { stMary } from '../../safety-event/safety-event.examples.js';
import { ReadFeedbackReport, ReadFeedbackReportHandler } from './feedback-report.query.js';

const lakeside = '0192a000-0000-7000-8000-000000000011';

describe('the feedback report', () => {
  let listing: Listing;
  beforeAll(async () => {
    listing = await Listing.begin();
  });
  afterAll(() => listing?.close());

  const report = (period?: string) =>
    new ReadFeedbackReportHandler(listing.db.api, listing.clock).execute(new ReadFeedbackReport(listing.org, period));

  it('counts who was told, how soon, and who is owed it, in the facility’s month', async () => {
    const [second, twentieth] = ['2026-03-02T15:00:00.000Z', '2026-03-20T15:00:00.000Z'];
    const told = async (id: string, givenAt: string) => {
      const data = { summary: secret('Mats are there now.'), channel: 'in_app', givenAt, givenBy: mia } as const;
      await listing.recorded(id, givenAt, { type: 'ReporterFeedbackGiven', data });
    };
    const soon = await listing.reported({}, second);
    const later = await listing.reported({}, second);
    const late = await listing.reported({ facilityId: lakeside }, second);
    await listing.reported({}, second); // owed since 16 March
    await listing.reported({ source: 'chart_trigger' }, second); // nobody of the staff
    await listing.reported({ reporter: undefined }, second); // anonymous, without a code
    const voided = await listing.reported({}, second);
    await listing.recorded(voided, second, {
      type: 'SafetyEventVoided',
      data: { reason: 'test', voidedBy: mia, patients: [] },
    });
    const twin = await listing.reported({ facilityId: lakeside }, second);
    await listing.recorded(twin, second, {
      type: 'SafetyEventMerged',
      data: { intoEventId: soon, matchBasis: ['time'], mergedBy: mia },
    });
    await told(soon, '2026-03-04T15:00:00.000Z'); // 2 business days
    await told(later, '2026-03-06T15:00:00.000Z'); // 4
    await told(late, '2026-03-17T15:00:00.000Z'); // 11: too late
    await listing.reported({}, twentieth); // owed until 3 April
    const coded = await listing.reported({ reporter: undefined }, twentieth);
    await listing.recorded(coded, twentieth, { type: 'ReportReceiptIssued', data: { codeHash: 'c0de' } });
    await listing.reported({}, '2026-04-01T02:00:00.000Z'); // still March in Chicago
    await listing.reported({}, '2026-04-01T12:00:00.000Z'); // April
    await listing.caughtUp();
    listing.clock.set('2026-04-02T15:00:00.000Z');

    expect(await report('2026-03')).toEqual({
      period: '2026-03',
      asOf: '2026-04-02T15:00:00.000Z',
      limitDays: 10,
      all: { reports: 8, unreachable: 1, told: 4, share: 4 / 8, inTime: 3, overdue: 1, medianDays: 3 },
      facilities: [
        {
          facilityId: stMary,
          reports: 6,
          unreachable: 1,
          told: 2,
          share: 2 / 6,
          inTime: 2,
          overdue: 1,
          medianDays: 3,
        },
        // The twin was told with the one that it was merged into: in 2 days, the other one in 11.
        { facilityId: lakeside, reports: 2, unreachable: 0, told: 2, share: 1, inTime: 1, overdue: 0, medianDays: 6.5 },
      ],
    });
    expect((await report()).period).toBe('2026-Q2');
    expect((await report('2026')).all).toMatchObject({ reports: 9 });
    expect((await report('2025')).all).toEqual({ reports: 0, unreachable: 0, told: 0, inTime: 0, overdue: 0 });
    expect(() => report('March')).toThrow(expect.objectContaining({ code: 'feedback-report/no-such-period' }) as Error);
  });
});
