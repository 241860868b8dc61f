import type { Category, HarmSeverity } from '../safety-event/safety-event.codes.js';
import type { SafetyEventFact } from '../safety-event/safety-event.events.js';
import type { OwnCodes } from './crosswalk.rules.js';

/** Our codes of a safety event after a fact: class, categories, harm and its duration as they stand. */
export const ownCodesAfter = (before: OwnCodes | undefined, event: SafetyEventFact): OwnCodes | undefined => {
  if (event.type === 'SafetyEventReported') {
    const { eventClass, category, furtherCategories = [], harmReported: harm } = event.data;
    return {
      eventClass,
      categories: distinct([...(category ? [category] : []), ...furtherCategories]),
      ...rated(harm),
    };
  }
  if (!before) return undefined;
  switch (event.type) {
    case 'SafetyEventTriaged': {
      const { eventClass, type, harmSeverity } = event.data;
      // a new rating: what was said of an older one's duration is not said of it
      return { eventClass, categories: recategorized(before, type), ...rated(harmSeverity) };
    }
    case 'HarmSeverityAssessed': {
      const { eventClass, categories } = before;
      const { to, duration } = event.data;
      return { eventClass, categories, ...rated(to), ...(duration && { duration }) };
    }
    case 'SafetyEventCorrected': {
      const { category } = event.data.new;
      return category ? { ...before, categories: recategorized(before, category) } : before;
    }
    default:
      return before;
  }
};

const rated = (harm: HarmSeverity | undefined) => (harm ? { harm } : {});

const distinct = (categories: readonly Category[]): readonly Category[] => [...new Set(categories)];

/** The first category is the one that triage and corrections tell anew; what it was besides, it still is. */
const recategorized = ({ categories }: OwnCodes, first: Category): readonly Category[] =>
  distinct([first, ...categories.slice(1)]);
