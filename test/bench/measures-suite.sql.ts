import { literal, sql } from '#kernel/platform';

/**
 * Safety events that went the whole way, with the measure facts that follow, over three years and twenty facilities.
 * $1 organization, $2 how many.
 */
export const fillSubjects = sql`
insert into views.measure_subjects_v4 (org, id, kind, facility_id, harm, event_type, source, subject, bonds, facts, counts, first_anchor_at, last_anchor_at, position)
select $1, gen_random_uuid(), 'safety-event', ('0192a000-0000-7000-8000-0000000010' || lpad((n % 20)::text, 2, '0'))::uuid,
  (array['death', 'severe', 'moderate', 'mild'])[1 + n % 4], 'fall', 'staff_report', '{"cases": {}}', '[]', f.facts, '[]', at, at, 8 * n
from generate_series(1, $2::int) n
cross join lateral (select timestamptz '2024-01-01 12:00Z' + n % 1096 * interval '1 day' as at) a
cross join lateral (
  select jsonb_agg(jsonb_build_object('measure', m, 'people', 'patients', 'anchorAt', at, 'outcome', case when n % 9 = 0 then 'unmet' else 'met' end,
    'month', to_char(at, 'YYYY-MM'), 'quarter', to_char(at, 'YYYY-"Q"Q'), 'dueAt', at + interval '30 minutes',
    'doneAt', at + (n % 50) * interval '1 minute', 'late', n % 31 = 0, 'reopened', false, 'positions', jsonb_build_array(8 * n, 8 * n + 1))) as facts
  from unnest(array['CRP-01', 'CRP-02', 'CRP-05a', 'CRP-05b', 'CRP-11', 'GOV-01']) m) f`;

/** The same facts as rows of a table that holds nothing else, as somebody would keep them for one report. */
export const plainFacts = (org: string): string => sql`
create table views.plain_facts as
select s.facility_id, s.harm, f.* from views.measure_subjects_v4 s
cross join lateral jsonb_to_recordset(s.facts) f(
  measure text, people text, month text, outcome text, late boolean, "anchorAt" timestamptz, "doneAt" timestamptz)
where s.org = ${literal(org)}`;

/** One measure by month, for the organization. $1 measure, $2 first, $3 last month. */
export const plainRollup = sql`
select month, count(*) filter (where outcome = 'met') as numerator, count(*) as denominator,
  percentile_cont(0.5) within group (order by extract(epoch from "doneAt" - "anchorAt")) as median
from views.plain_facts where measure = $1 and month between $2 and $3 group by month`;

/** What the planner knows, as it would by itself some time later. */
export const tidy = sql`analyze views.measure_subjects_v4`;
