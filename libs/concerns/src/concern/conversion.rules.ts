import { type DomainCommand, type Instant, type Precision, refuse } from '#kernel/core';
import type { ConcernFact } from './concern.events.js';
import { type By, type Concern, checkOwner, standing } from './concern.rules.js';
import type { EVENT_CLASSES, REPORTED_HARMS, SAFETY_CATEGORIES } from './conversion.events.js';

type Facts = readonly ConcernFact[];

export type ConvertConcern = DomainCommand<
  'ConvertConcern',
  {
    safetyEventId: string;
    eventClass: (typeof EVENT_CLASSES)[number];
    category: (typeof SAFETY_CATEGORIES)[number];
    harmReported?: (typeof REPORTED_HARMS)[number];
    eventAt: { readonly value: Instant; readonly precision: Precision };
    /** Left out: where the concern says. */
    facilityId?: string;
    unitId?: string;
    at: Instant;
  } & By
>;
export type NoteSafetyEventOutcome = DomainCommand<
  'NoteSafetyEventOutcome',
  { safetyEventId: string; outcome: 'closed' | 'redirected' | 'voided' | 'transferred' }
>;

const NO_HARM: readonly (string | undefined)[] = [undefined, 'no_harm', 'unknown'];

/** A safety event is reported of it, whatever became of the concern: the safety route has no end (domain.md 8.5). */
export const convert = (data: ConvertConcern['data'], concern: Concern): Facts => {
  const before = standing(concern);
  checkOwner(data, before);
  if (before.safetyEventId !== undefined)
    return refuse('concern/already-converted', 'A safety event was already reported of this concern.');
  const { at, by, role: _role, facilityId = before.facilityId, ...told } = data;
  if (told.eventAt.value > at) return refuse('concern/in-the-future', 'It cannot have happened after now.', 'eventAt');
  // As the safety event's own rules have it (INV-08): what it would refuse is refused here, where somebody can mend it.
  if (told.eventClass !== 'incident' && !NO_HARM.includes(told.harmReported))
    return refuse('concern/harm-without-incident', 'A near miss or an unsafe condition did no harm.', 'harmReported');
  const unitId = told.unitId ?? (facilityId === before.facilityId ? before.unitId : undefined);
  return [
    {
      type: 'ConcernConvertedToSafetyEvent',
      data: { ...told, facilityId, ...(unitId && { unitId }), convertedBy: by },
    },
  ];
};

/** What another stream says, written down once; what is said of a concern that is gone comes too late. */
export const noteOutcome = ({ safetyEventId, outcome }: NoteSafetyEventOutcome['data'], concern: Concern): Facts => {
  if (concern.status === 'none' || concern.status === 'merged' || concern.status === 'spam') return [];
  if (concern.safetyEventId !== safetyEventId || concern.outcome === outcome) return [];
  return [{ type: 'SafetyEventOutcomeNoted', data: { safetyEventId, outcome } }];
};
