import type { Instant } from '#kernel/core';

const DAY = 24 * 60 * 60_000;
const CHARTS = ['chart_trigger', 'mortality_review'];

export const CLAIMS = ['claim_notice', 'attorney_letter'];
export const STAFF = ['staff_report', 'staff_hotline', 'ehr_alert', ...CHARTS];

/** Whether what came to light like this, and at that time, was found in retrospect. */
export const isRetrospective = (
  { source, eventAt }: { readonly source: string; readonly eventAt: { readonly value: Instant } },
  at: Instant,
): boolean =>
  CLAIMS.includes(source) || (CHARTS.includes(source) && Date.parse(at) - Date.parse(eventAt.value) > 30 * DAY);
