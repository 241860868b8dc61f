import { type DomainCommand, type Instant, refuse, secret } from '#kernel/core';
import type { Category, EventClass, Flag, Harmed, HarmSeverity, Population, Source } from './safety-event.codes.js';
import type { SafetyEventFact } from './safety-event.events.js';
import { checkHarm, concernsSomebody, type SafetyEvent } from './safety-event.rules.js';
import { checkTimes, type KnownTime } from './safety-event.times.js';

/** What an outside source says under a name of its own. */
interface SourceValue {
  readonly name: string;
  readonly value: string;
}

export type ReportSafetyEvent = DomainCommand<
  'ReportSafetyEvent',
  {
    eventClass: EventClass;
    category?: Category;
    harmed: Harmed;
    harmReported?: HarmSeverity;
    narrative?: string;
    immediateActions?: string;
    eventAt: KnownTime;
    discoveredAt: KnownTime;
    facilityId: string;
    unitId?: string;
    source: Source;
    reporter?: string;
    patientRef?: string;
    population?: Population;
    flags?: readonly Flag[];
    sourceCodes?: readonly SourceValue[];
    sourceText?: readonly SourceValue[];
    mapping?: string;
    /** The latest time that anything told may have. */
    at: Instant;
  }
>;

export const report = (data: ReportSafetyEvent['data'], safetyEvent: SafetyEvent): readonly SafetyEventFact[] => {
  if (safetyEvent.status !== 'none')
    return refuse('safety-event/already-reported', 'This safety event was already reported.');
  const { at, narrative, immediateActions, patientRef, sourceText, ...clear } = data;
  if (!narrative && !clear.category)
    return refuse('safety-event/nothing-told', 'Tell what happened, or name a category.', 'narrative');
  checkTimes(clear.eventAt, clear.discoveredAt, at);
  checkHarm(clear.eventClass, clear.harmReported, concernsSomebody(data), 'harmReported');
  return [
    {
      type: 'SafetyEventReported',
      data: {
        ...clear,
        ...(narrative && { narrative: secret(narrative) }),
        ...(immediateActions && { immediateActions: secret(immediateActions) }),
        ...(patientRef && { patientRef: secret(patientRef) }),
        ...(sourceText && { sourceText: secret(sourceText) }),
      },
    },
  ];
};
