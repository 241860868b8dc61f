import { code, eventType, group, instant, open, optional, PRECISIONS, uuid } from '#kernel/core';

/** As safety events have them: told here in codes, so that the safety event can be reported without anybody's words. */
export const EVENT_CLASSES = ['incident', 'near_miss', 'unsafe_condition'] as const;
export const REPORTED_HARMS = ['death', 'severe', 'moderate', 'mild', 'no_harm', 'unknown'] as const;
export const SAFETY_CATEGORIES = [
  'blood',
  'device',
  'fall',
  'infection',
  'medication',
  'perinatal',
  'pressure_ulcer',
  'surgery_anesthesia',
  'venous_thromboembolism',
  'workforce',
  'other',
] as const;

/** It told of a safety event, which is reported by it. The concern stays open until its submitter is answered. */
export const concernConvertedToSafetyEvent = eventType('ConcernConvertedToSafetyEvent', 1, {
  safetyEventId: open('OPER', uuid()),
  eventClass: open('OPER', code(EVENT_CLASSES)),
  category: open('OPER', code(SAFETY_CATEGORIES)),
  harmReported: optional(open('OPER', code(REPORTED_HARMS))),
  eventAt: open('OPER', group({ value: instant(), precision: code(PRECISIONS) })),
  facilityId: open('OPER', uuid()),
  unitId: optional(open('OPER', uuid())),
  convertedBy: open('OPER', uuid()),
});

/** What came of the safety event: the promise to reply is due now. */
export const safetyEventOutcomeNoted = eventType('SafetyEventOutcomeNoted', 1, {
  safetyEventId: open('OPER', uuid()),
  outcome: open('OPER', code(['closed', 'redirected', 'voided', 'transferred'])),
});
