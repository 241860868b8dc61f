import type { Field, Label } from '#kernel/core';
import { safetyEventCatalogue } from '../safety-event/safety-event.events.js';
import type { FormatFacts } from './format-facts.js';
import { type CommonFormatsRecord, elementOf } from './record.js';
import { type LeftOut, toRecords } from './to-records.js';

/** One value that would leave: the element that it answers. */
export interface Leaving {
  readonly element: string;
  readonly de?: string;
  readonly name: string;
  readonly values: readonly string[];
  /** Whose form it is on, where it is on a patient's. */
  readonly patientNumber?: number;
}

/** Fields that stay, under one reason. */
export interface Staying {
  readonly reason: StayingReason;
  readonly why: string;
  readonly labels: readonly Label[];
  /** As `SafetyEventReported.narrative`. */
  readonly fields: readonly string[];
}

/** Why a field stays. */
const WHY = {
  words: 'Narratives, names and record numbers are sealed here and stay: a PSO gets codes (42 CFR 3; standards.md 1).',
  identity: 'Who reported, wrote or was involved is known to those who need it, and to no PSO.',
  place: 'The provider is told by a surrogate, so that no id of a facility or unit leaves.',
  workflow: 'No element of the format asks for it: it is how this organization works on the matter.',
  'beyond-the-form': 'A fact about the patient that the form of version 1.2 does not ask for.',
} as const;
export const STAYING_REASONS = Object.keys(WHY) as readonly StayingReason[];
export type StayingReason = keyof typeof WHY;

/** What no field of a safety event holds: streams of their own, none of which is looked at here. */
export const KEPT_APART =
  'Reviews and their deliberations (PEER, PSWP), counsel (LEGAL) and support of caregivers (CARE) are streams of their own and no part of this.';

/** Fields whose codes or times the elements are answered from. */
export const LEAVING_FIELDS: readonly string[] = [
  'SafetyEventReported.eventClass',
  'SafetyEventReported.category',
  'SafetyEventReported.furtherCategories',
  'SafetyEventReported.harmReported',
  'SafetyEventReported.discoveredAt',
  'SafetyEventTriaged.eventClass',
  'SafetyEventTriaged.type',
  'SafetyEventTriaged.harmSeverity',
  'HarmSeverityAssessed.to',
  'HarmSeverityAssessed.duration',
  'HarmSeverityAssessed.timing',
  'PatientLinked.facts',
  'SafetyEventCorrected.new',
];

const PLACES: readonly string[] = ['SafetyEventReported.facilityId', 'SafetyEventReported.unitId'];

/** Parts of a patient's facts that no element asks for. */
const BEYOND = ['language', 'interpreterNeeded', 'payer'].map((part) => `PatientLinked.facts.${part}`);

const reasonOf = (name: string, { label, sealed }: Field): StayingReason =>
  label === 'IDENT' ? 'identity' : sealed ? 'words' : PLACES.includes(name) ? 'place' : 'workflow';

/** Every field of every fact of a safety event that does not leave, by the reason. */
export const staying = (): readonly Staying[] => {
  const fields = safetyEventCatalogue.flatMap(({ type, fields: declared }) =>
    Object.entries<Field>(declared).map(([name, field]) => ({ name: `${type}.${name}`, field })),
  );
  const kept = fields.filter(({ name }) => !LEAVING_FIELDS.includes(name));
  return STAYING_REASONS.map((reason) => {
    const under = kept.filter(({ name, field }) => reasonOf(name, field) === reason);
    const beyond = reason === 'beyond-the-form' ? BEYOND : [];
    const labels = beyond.length > 0 ? (['PHI'] as const) : under.map(({ field }) => field.label);
    return {
      reason,
      why: WHY[reason],
      labels: [...new Set(labels)],
      fields: [...under.map(({ name }) => name), ...beyond],
    };
  });
};

/** What would leave, element by element; nothing, and why, where the format does not speak of it. */
export const leaving = (
  id: string,
  facts: FormatFacts,
): { readonly leaves: readonly Leaving[]; readonly leftOut?: LeftOut } => {
  const written = toRecords(id, facts);
  if ('leftOut' in written) return { leaves: [], leftOut: written.leftOut };
  const [first = {}] = written.records;
  const onEvent = elementsIn(first).filter(({ element }) => !isOfPatient(element));
  const onPatients = written.records.flatMap((record, at) =>
    elementsIn(record)
      .filter(({ element }) => isOfPatient(element))
      .map((one) => ({ ...one, patientNumber: at + 1 })),
  );
  return { leaves: [...onEvent, ...onPatients] };
};

/** The gender stands on the event form, and is a patient's all the same. */
const isOfPatient = (element: string): boolean => elementOf(element)?.form === 'PIF' || element === '74698-2';

/** Our own columns answer no element: they stay. */
const elementsIn = (record: CommonFormatsRecord): readonly Leaving[] =>
  Object.entries(record).flatMap(([key, value]) => {
    const element = elementOf(key);
    if (!element) return [];
    const values = typeof value === 'string' ? [value] : value;
    return [{ element: key, ...(element.de && { de: element.de }), name: element.name, values }];
  });
