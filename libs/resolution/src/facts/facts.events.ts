import { code, type EventOf, eventType, instant, text, uuid } from '#kernel/core';
import { FACT_SOURCES, LANGUAGES, TAKEN_BACK } from './facts.codes.js';
import { kept, keptSealed } from './kept-field.rules.js';

const safetyEventId = kept('OPER', uuid());
const entry = kept('SHARED', uuid());

/** Something that happened, apart from what anybody judged of it: what conversations and letters draw on (domain.md 7.5). */
export const factRecorded = eventType('FactRecorded', 1, {
  safetyEventId,
  entry,
  source: kept('OPER', code(FACT_SOURCES)),
  text: keptSealed('PHI', text(4000)),
  recordedBy: kept('OPER', uuid()),
});

/** It was otherwise; what was cleared of it is not cleared any more. */
export const factCorrected = eventType('FactCorrected', 1, {
  safetyEventId,
  entry,
  text: keptSealed('PHI', text(4000)),
  correctedBy: kept('OPER', uuid()),
});

export const factRetracted = eventType('FactRetracted', 1, {
  safetyEventId,
  entry,
  reason: kept('OPER', code(TAKEN_BACK)),
  retractedBy: kept('OPER', uuid()),
});

/** May be told, in these words: somebody named answers for it that nothing privileged is in them (domain.md 7.5). */
export const factClearedForSharing = eventType('FactClearedForSharing', 1, {
  safetyEventId,
  entry,
  words: keptSealed('SHARED', text(4000)),
  language: kept('SHARED', code(LANGUAGES)),
  clearedAt: kept('OPER', instant()),
  clearedBy: kept('OPER', uuid()),
});

export const factClearanceWithdrawn = eventType('FactClearanceWithdrawn', 1, {
  safetyEventId,
  entry,
  reason: kept('OPER', code(TAKEN_BACK)),
  withdrawnBy: kept('OPER', uuid()),
});

export const factsCatalogue = [
  factRecorded,
  factCorrected,
  factRetracted,
  factClearedForSharing,
  factClearanceWithdrawn,
] as const;
export type KeptFact = EventOf<(typeof factsCatalogue)[number]>;
