import { sql } from '#kernel/platform';

/** How first offers of some time were taken. $1 organization, $2 from when, $3 before when. */
export const uptakeOf = sql`
select count(*)::int as offered,
  count(*) filter (where answer = 'accepted')::int as accepted,
  count(*) filter (where answer = 'declined')::int as declined,
  count(*) filter (where answer is null)::int as unanswered
from views.caregiver_support_v2
where org = $1 and first_offered_at >= $2 and first_offered_at < $3 and not in_error`;
