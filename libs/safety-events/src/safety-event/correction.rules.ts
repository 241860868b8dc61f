import { type DomainCommand, refuse, secret } from '#kernel/core';
import { checkCategories } from './category.rules.js';
import type { Category, Harmed } from './safety-event.codes.js';
import type { SafetyEventFact } from './safety-event.events.js';
import { checkHarm, concernsSomebody, type LivingSafetyEvent } from './safety-event.rules.js';
import { checkOrder, checkTimes, type KnownTime } from './safety-event.times.js';

/** What may have been told wrong at first. */
export interface Correctable {
  readonly eventAt?: KnownTime;
  readonly discoveredAt?: KnownTime;
  readonly unitId?: string;
  readonly category?: Category;
  readonly harmed?: Harmed;
}

export type CorrectSafetyEvent = DomainCommand<'CorrectSafetyEvent', { new: Correctable; why: string; by: string }>;

const FIELDS = ['eventAt', 'discoveredAt', 'unitId', 'category', 'harmed'] as const;

/** What it said and what it says now. The first telling stays; all that was judged by it is judged again (INV-08, 10). */
export const correct = (
  { new: told, why, by }: CorrectSafetyEvent['data'],
  before: LivingSafetyEvent,
): readonly SafetyEventFact[] => {
  const changed = FIELDS.filter((field) => told[field] !== undefined && !same(told[field], before[field]));
  if (changed.length === 0)
    return refuse('safety-event/nothing-corrected', 'Say what is different from what it says now.');
  check({ ...before, ...only(told, changed) }, changed);
  return [
    {
      type: 'SafetyEventCorrected',
      data: { old: only(before, changed), new: only(told, changed), why: secret(why), correctedBy: by },
    },
  ];
};

const check = (now: LivingSafetyEvent, changed: readonly (keyof Correctable)[]): void => {
  const { eventClass, category, harmed, eventAt, identifiedAt } = now;
  checkTimes(eventAt, now.discoveredAt, now.reportedAt);
  if (identifiedAt) checkOrder(eventAt, identifiedAt, 'eventAt');
  if (category && changed.includes('category')) checkCategories(eventClass, [category], 'category');
  checkHarm(eventClass, now.harmSeverity, concernsSomebody(now), 'harmed');
  if (identifiedAt && harmed !== 'patient')
    refuse('safety-event/no-patient-harmed', 'It was identified as harm to a patient.', 'harmed');
};

const only = (told: Correctable, fields: readonly (keyof Correctable)[]): Correctable =>
  Object.fromEntries(fields.flatMap((field) => (told[field] === undefined ? [] : [[field, told[field]]])));

const same = (one: Correctable[keyof Correctable], other: Correctable[keyof Correctable]): boolean =>
  typeof one === 'object' && typeof other === 'object'
    ? one.value === other.value && one.precision === other.precision
    : one === other;
