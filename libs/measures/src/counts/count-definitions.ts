import { COUNTS, type CountId } from './count.codes.js';
import type { CountDefinition } from './count-definition.js';

const SEVERITY = { by: 'severity', says: 'Harm as it was rated last, else as it was reported.' } as const;
const TYPE = {
  by: 'type',
  says: 'The category of Common Formats, as it was said last; not_said without one.',
} as const;
const SOURCE = { by: 'source', says: 'Where the organization heard of it.' } as const;
const BASIS = 'domain.md 2.3, supporting counts';

/** Every count there is, in its current version. Voided and merged-away records are in none but the turns. */
export const COUNT_DEFINITIONS: Readonly<Record<CountId, CountDefinition>> = {
  'harm-events': {
    id: 'harm-events',
    version: 1,
    name: 'Harm events',
    counts: 'Confirmed incidents that harmed a patient, mild or worse',
    anchor: 'when it happened',
    splits: [SEVERITY, TYPE, SOURCE],
    basis: BASIS,
  },
  'workforce-harm': {
    id: 'workforce-harm',
    version: 1,
    name: 'Workforce harm',
    counts: 'Confirmed incidents that harmed somebody who works here, mild or worse',
    anchor: 'when it happened',
    splits: [{ by: 'kind', says: 'The kind of harm that the report tells; not_said without one.' }, SEVERITY],
    basis: `${BASIS}; PSSM 2E`,
  },
  'near-misses': {
    id: 'near-misses',
    version: 1,
    name: 'Near misses and unsafe conditions',
    counts: 'Safety events that reached nobody, by their class as triage or else the report has it',
    anchor: 'when it happened',
    splits: [{ by: 'class', says: 'near_miss or unsafe_condition.' }, TYPE, SOURCE],
    basis: BASIS,
  },
  'staff-feedback': {
    id: 'staff-feedback',
    version: 1,
    name: 'Staff reporter feedback',
    counts: 'Safety events that staff reported; the share of `given` is the feedback rate',
    anchor: 'when it was reported',
    splits: [{ by: 'feedback', says: 'given where the reporter heard what came of it, else none.' }],
    took: { says: 'From the report to the first feedback.', unit: 'business-days' },
    basis: `${BASIS}; PSSM 4A`,
  },
  'pso-submissions': {
    id: 'pso-submissions',
    version: 1,
    name: 'Submissions to a patient safety organization',
    counts: 'Submissions that were recorded; one safety event may have several',
    anchor: 'when it was submitted',
    splits: [{ by: 'kind', says: 'serious_event, near_miss or precursor.' }],
    basis: `${BASIS}; PSSM 4B`,
  },
  'safety-event-turns': {
    id: 'safety-event-turns',
    version: 1,
    name: 'Safety events reopened, merged, voided, redirected, transferred',
    counts: 'Each reopening; each merge and redirection that stands; voided and transferred ones',
    anchor: 'when it turned',
    splits: [{ by: 'turn', says: 'reopened, merged, voided, redirected or transferred.' }],
    basis: `${BASIS}; domain.md 2.2, rule 5`,
  },
  concerns: {
    id: 'concerns',
    version: 1,
    name: 'Concerns of patients and families',
    counts: 'Concerns, without what is spam, or came in a flood and was not cleared',
    anchor: 'when it was received',
    splits: [
      { by: 'category', says: 'As its submitter chose; not_said without one.' },
      { by: 'channel', says: 'How it came in.' },
      { by: 'language', says: 'The language it was written or told in.' },
      { by: 'conversion', says: 'converted where it became a safety event, else not_converted.' },
      { by: 'grievance', says: 'grievance by its last classification, else no_grievance.' },
      { by: 'risk', says: 'Somebody was still at risk, and acted_on or not_acted_on; else not_at_risk.' },
    ],
    took: { says: 'From submission to urgent action, where somebody was still at risk.', unit: 'minutes' },
    basis: `${BASIS}; domain.md 7.6, DL-19`,
  },
  'concern-turns': {
    id: 'concern-turns',
    version: 1,
    name: 'Concerns reopened, merged, redirected, withdrawn, marked as spam',
    counts: 'Each reopening; each other turn that stands',
    anchor: 'when it turned',
    splits: [{ by: 'turn', says: 'reopened, merged, redirected, withdrawn or spam.' }],
    basis: `${BASIS}; domain.md 2.2, rule 5`,
  },
  'first-talk-times': {
    id: 'first-talk-times',
    version: 1,
    name: 'From the report to the first talk',
    counts: 'Activated resolution cases that were not withdrawn',
    anchor: 'when the safety event was reported',
    splits: [],
    took: { says: 'From the report to the first talk with patient or family.', unit: 'minutes' },
    basis: BASIS,
  },
  'determination-times': {
    id: 'determination-times',
    version: 1,
    name: 'From the activation to the determination',
    counts: 'Activated resolution cases that were not withdrawn',
    anchor: 'when the response team was activated',
    splits: [],
    took: { says: 'From the activation to the first determination of care that decided.', unit: 'days' },
    basis: BASIS,
  },
  'offer-times': {
    id: 'offer-times',
    version: 1,
    name: 'From the determination to the offer',
    counts: 'Resolution cases whose care was determined',
    anchor: 'when it was determined',
    splits: [],
    took: { says: 'From the first determination that decided to the first offer.', unit: 'days' },
    basis: BASIS,
  },
  'resolution-times': {
    id: 'resolution-times',
    version: 1,
    name: 'From the offer to the resolution',
    counts: 'Resolution cases with an offer',
    anchor: 'when the first offer was made',
    splits: [],
    took: { says: 'From the first offer to the resolution.', unit: 'days' },
    basis: BASIS,
  },
};

/** The count that goes by a name, or nothing. */
export const countDefinitionOf = (name: string): CountDefinition | undefined => {
  const id = COUNTS.find((one) => one === name);
  return id && COUNT_DEFINITIONS[id];
};
