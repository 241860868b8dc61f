import { type Category, type EventClass, type HarmSeverity, mayBe, type Source } from '#safety-events/contracts';
import { Chance } from './chance.js';
import { tellings } from './narratives.js';
import { DAY, HOUR, MINUTE } from './step.js';

/** Where things happen. */
export interface Site {
  readonly facility: string;
  readonly units: readonly string[];
}

/** What happened to whom, as the story knows it before anybody reports it. */
export interface SafetyEventPlan {
  readonly key: string;
  readonly reportedAt: number;
  readonly happenedAt: number;
  readonly site: Site;
  readonly unit: string;
  readonly eventClass: EventClass;
  readonly category: Category;
  readonly harmed: 'patient' | 'staff' | 'visitor' | 'none';
  readonly harm: HarmSeverity;
  readonly source: Source;
  readonly narrative: string;
  readonly patientRef?: string;
  /** It is one of the showcases. */
  readonly byHand?: true;
}

const CATEGORIES: Readonly<Record<Category, number>> = {
  fall: 24,
  medication: 24,
  pressure_ulcer: 8,
  surgery_anesthesia: 8,
  device: 7,
  infection: 7,
  perinatal: 4,
  blood: 2,
  venous_thromboembolism: 3,
  workforce: 7,
  other: 10,
};
const HARMS = { no_harm: 42, mild: 36, moderate: 15, severe: 5, death: 1.5, unknown: 1 };
const SOURCES = {
  staff_report: 76,
  staff_hotline: 5,
  patient_portal: 5,
  complaint: 4,
  patient_phone: 3,
  chart_trigger: 4,
  claim_notice: 1.5,
  mortality_review: 1.5,
};

/** One of an organization's safety events, by its number: the same every time. */
export const plannedEvent = (
  organization: string,
  number: number,
  reportedAt: number,
  sites: readonly Site[],
): SafetyEventPlan => {
  const key = `${organization}-${number}`;
  const chance = new Chance(key);
  const site = chance.weighed(
    Object.fromEntries(sites.map((_, at) => [`${at}`, at === 0 ? 5 : 1])),
  ) as unknown as number;
  const where = sites[Number(site)] as Site;
  const unit = chance.oneOf(where.units);
  const category = placed(chance.weighed(CATEGORIES), unit);
  const eventClass =
    category === 'workforce' ? 'incident' : chance.weighed({ incident: 62, near_miss: 22, unsafe_condition: 16 });
  const harm = eventClass === 'incident' ? chance.weighed(HARMS) : 'no_harm';
  const source = chance.weighed(SOURCES);
  const found = source === 'chart_trigger' || source === 'claim_notice' || source === 'mortality_review';
  return {
    key,
    reportedAt,
    happenedAt: reportedAt - (found ? chance.between(20, 90) * DAY : chance.between(15 * MINUTE, 9 * HOUR)),
    site: where,
    unit,
    eventClass,
    category: mayBe(eventClass, category) ? category : 'other', // what nearly happened has fewer names
    harmed: category === 'workforce' ? 'staff' : eventClass === 'unsafe_condition' ? 'none' : 'patient',
    harm: category === 'workforce' && harm === 'death' ? 'severe' : harm,
    source,
    narrative: chance.oneOf(tellings(category, eventClass)).replace('{place}', unit),
    ...(eventClass !== 'unsafe_condition' &&
      category !== 'workforce' && { patientRef: `MRN-${1000 + Math.floor(chance.between(0, 8999))}` }),
  };
};

/** Births go wrong where children are born. */
const placed = (category: Category, unit: string): Category =>
  category === 'perinatal' && unit !== 'Labor and Delivery' ? 'other' : category;
