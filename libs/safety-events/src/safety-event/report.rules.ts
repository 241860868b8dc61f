import { type DomainCommand, type Instant, refuse, secret } from '#kernel/core';
import { checkCategories } from './category.rules.js';
import type { Confidentiality, WorkforceKind } from './follow-up.codes.js';
import type { YesNoUnknown } from './patient.codes.js';
import type { Category, EventClass, Flag, Harmed, HarmSeverity, Population, Source } from './safety-event.codes.js';
import type { SafetyEventFact } from './safety-event.events.js';
import { checkHarm, concernsSomebody, isNamed, type SafetyEvent } from './safety-event.rules.js';
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
    furtherCategories?: readonly Category[];
    harmed: Harmed;
    harmReported?: HarmSeverity;
    narrative?: string;
    immediateActions?: string;
    wentWell?: string;
    eventAt: KnownTime;
    discoveredAt: KnownTime;
    facilityId: string;
    unitId?: string;
    source: Source;
    reporter?: string;
    confidentiality?: Confidentiality;
    patientRef?: string;
    population?: Population;
    workforce?: { kind: WorkforceKind; daysAway?: number; oshaRecordable?: YesNoUnknown };
    flags?: readonly Flag[];
    concernId?: string;
    sourceCodes?: readonly SourceValue[];
    sourceText?: readonly SourceValue[];
    mapping?: string;
    /** The keyed hash of the code that the reporter was given to follow it with. */
    codeHash?: string;
    /** It was told elsewhere first (imported history, a concern), and is taken with the category it has there. */
    toldElsewhere?: boolean;
    /** The latest time that anything told may have. */
    at: Instant;
  }
>;

/** The report, and the receipt for its code where one was given (domain.md 8.4; INV-08, 10, 12). */
export const report = (data: ReportSafetyEvent['data'], safetyEvent: SafetyEvent): readonly SafetyEventFact[] => {
  if (safetyEvent.status !== 'none')
    return refuse('safety-event/already-reported', 'This safety event was already reported.');
  check(data);
  const { at: _at, codeHash, toldElsewhere: _told, narrative, immediateActions, wentWell, patientRef, ...rest } = data;
  const { sourceText, ...clear } = rest;
  return [
    {
      type: 'SafetyEventReported',
      data: {
        ...clear,
        ...(narrative && { narrative: secret(narrative) }),
        ...(immediateActions && { immediateActions: secret(immediateActions) }),
        ...(wentWell && { wentWell: secret(wentWell) }),
        ...(patientRef && { patientRef: secret(patientRef) }),
        ...(sourceText && { sourceText: secret(sourceText) }),
      },
    },
    ...(codeHash ? [{ type: 'ReportReceiptIssued', data: { codeHash } } as const] : []),
  ];
};

const check = (data: ReportSafetyEvent['data']): void => {
  const { eventClass, category, furtherCategories = [], harmed, narrative } = data;
  if (!narrative && !category)
    refuse('safety-event/nothing-told', 'Tell what happened, or name a category.', 'narrative');
  if (data.confidentiality === 'anonymous' && data.reporter)
    refuse('safety-event/anonymous-with-reporter', 'An anonymous report names no reporter.', 'confidentiality');
  if (data.workforce && harmed !== 'staff')
    refuse('safety-event/workforce-without-staff', 'Harm to the workforce is harm to staff.', 'workforce');
  checkTimes(data.eventAt, data.discoveredAt, data.at);
  const somebody = concernsSomebody({ named: isNamed(data), harmed });
  checkHarm(eventClass, data.harmReported, somebody, 'harmReported');
  if (data.toldElsewhere) return;
  checkCategories(eventClass, category ? [category] : [], 'category');
  checkCategories(eventClass, furtherCategories, 'furtherCategories');
};
