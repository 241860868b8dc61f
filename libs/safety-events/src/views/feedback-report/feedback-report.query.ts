import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { boundsOf, businessDaysBetween, calendarOf, earliestWithin, periodOf } from '#kernel/clocks';
import { Clock, refuse } from '#kernel/core';
import { Database } from '#kernel/platform';
import type { FeedbackFigures, FeedbackReportBody } from './feedback-report.body.js';
import { feedbackOf, toldElsewhere, zonesOf } from './feedback-report.sql.js';

/** Within how many business days a reporter is to be told what came of it (product.md 2.1). */
const LIMIT_DAYS = 10;
const HOLIDAYS = calendarOf('us-federal');
const PERIOD = /^(19|20|21)\d\d(-(0[1-9]|1[0-2]|Q[1-4]))?$/;

/** How staff who reported in a period were told what came of it: this quarter, if nothing is said. */
export class ReadFeedbackReport extends Query<FeedbackReportBody> {
  constructor(
    readonly org: string,
    readonly period?: string,
  ) {
    super();
  }
}

interface Told {
  readonly id: string;
  readonly reportedAt: Date;
  readonly zone: string;
  readonly toldAt: Date;
}

interface Counted extends Omit<FeedbackFigures, 'share' | 'medianDays'> {
  readonly facilityId: string | null;
  readonly medianDays: number | null;
}

@QueryHandler(ReadFeedbackReport)
export class ReadFeedbackReportHandler implements IQueryHandler<ReadFeedbackReport> {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  execute({ org, period }: ReadFeedbackReport): Promise<FeedbackReportBody> {
    const now = this.clock.now();
    const asked = period ?? periodOf(now, 'UTC', 'quarter');
    if (!PERIOD.test(asked))
      return refuse('feedback-report/no-such-period', 'A period is written as 2026-03, 2026-Q1 or 2026.', 'period');
    return this.db.inOrg(org, async (tx) => {
      const zones = (await tx.query<{ zone: string }>(zonesOf, [org])).map(({ zone }) => zone);
      const bounds = zones.map((zone) => boundsOf(asked, zone));
      const within = [org, zones, bounds.map(({ from }) => from), bounds.map(({ before }) => before)];
      const elsewhere = await tx.query<Told>(toldElsewhere, within);
      const rows = await tx.query<Counted>(feedbackOf, [
        ...within,
        zones.map((zone) => earliestWithin(now, LIMIT_DAYS, zone, HOLIDAYS)),
        LIMIT_DAYS,
        elsewhere.map(({ id }) => id),
        elsewhere.map(daysOf),
      ]);
      const [all, ...facilities] = rows as [Counted, ...Counted[]]; // the whole comes first, and always
      return {
        period: asked,
        asOf: now,
        limitDays: LIMIT_DAYS,
        all: figuresOf(all),
        facilities: facilities.map((one) => ({ facilityId: one.facilityId as string, ...figuresOf(one) })),
      };
    });
  }
}

const daysOf = ({ reportedAt, toldAt, zone }: Told): number =>
  businessDaysBetween(reportedAt.toISOString(), toldAt.toISOString(), zone, HOLIDAYS);

const figuresOf = ({ facilityId: _facilityId, medianDays, ...counts }: Counted): FeedbackFigures => ({
  ...counts,
  ...(counts.reports > 0 && { share: counts.told / counts.reports }),
  ...(medianDays !== null && { medianDays }),
});
