import type { SafetyEventFact, Source } from '#safety-events/contracts';
import type { People } from '../../measure-snapshot/measure.codes.js';
import type { Found } from '../../subject/subject.js';

type Harmed = Extract<SafetyEventFact, { type: 'SafetyEventReported' }>['data']['harmed'];

/** Whose measures a safety event counts in; visitors, and nobody, are in none. */
export const PEOPLE_OF: Readonly<Record<Harmed, People | undefined>> = {
  patient: 'patients',
  staff: 'workforce',
  visitor: undefined,
  none: undefined,
};

const CLAIMS: readonly Source[] = ['claim_notice', 'attorney_letter'];
const CHART_REVIEWS: readonly Source[] = ['chart_trigger', 'mortality_review'];

/** How a source makes an identification retrospective (domain.md 2.3, CRP-02: claim, chart review). */
export const foundBy = (source: Source): Found => {
  if (CLAIMS.includes(source)) return 'by-claim';
  return CHART_REVIEWS.includes(source) ? 'by-chart-review' : 'otherwise';
};
