import { code, eventType, flag, instant, list, open, optional, sealed, text, uuid } from '#kernel/core';
import { CASE_ENDS, CRP_RULES, LEADER_GROUPS, NOTICE_CHANNELS, OVERRIDE_REASONS } from './safety-event.codes.js';

/** The organization recognizes unexpected harm to a patient: the clocks of the first hour start here (domain.md 0.2, 8.2). */
export const candorEventIdentified = eventType('CandorEventIdentified', 1, {
  identifiedAt: open('OPER', instant()),
  identifiedBy: open('OPER', uuid()),
});

export const crpEligibilityDetermined = eventType('CrpEligibilityDetermined', 1, {
  eligible: open('OPER', flag()),
  rule: open('OPER', code(CRP_RULES)),
  /** Where a reviewer decided otherwise than the rule: why, as a code and in words. */
  overrideReason: optional(open('OPER', code(OVERRIDE_REASONS))),
  explanation: optional(sealed('PHI', text(4000))),
  /** The patient, by an id that only this safety event and its cases know them by. */
  patient: open('OPER', uuid()),
  /** When it was identified as a CANDOR event: what is owed within the hour is counted from there. */
  identifiedAt: open('OPER', instant()),
  /** When the harm came to pass, as it was known then: its day says which law a case goes by (domain.md 8.3). */
  eventAt: optional(open('OPER', instant())),
  determinedBy: open('OPER', uuid()),
});

export const leadershipNotified = eventType('LeadershipNotified', 1, {
  group: open('OPER', code(LEADER_GROUPS)),
  channel: open('OPER', code(NOTICE_CHANNELS)),
  /** Who was told, by name or office. */
  persons: sealed('OPER', list(text(200))),
  notifiedAt: open('OPER', instant()),
  notifiedBy: open('OPER', uuid()),
});

/** A resolution case was asked for, or begun, on this safety event: with what it has to know of what came before it. */
export const caseLinked = eventType('CaseLinked', 1, {
  caseId: open('OPER', uuid()),
  /** Whose case it is, by the id that only this safety event and its cases know them by. */
  patient: optional(open('OPER', uuid())),
  /** Whether its team was activated: from then on it goes on until it is closed. Left out in what was recorded before. */
  begun: optional(open('OPER', flag())),
  /** Who was identified as involved by then: none of them can be the case's liaison. */
  involvedStaff: optional(open('IDENT', list(uuid()))),
  /** Which of the patients have died by then, by the ids that only this safety event and its cases know them by. */
  died: optional(open('OPER', list(uuid()))),
  /** Other cases that are open on it: what was merged brought them together, and a person says which goes on. */
  beside: optional(open('OPER', list(uuid()))),
});

/** The people harmed were told: what was told of cannot be voided any more. */
export const caseDisclosureNoted = eventType('CaseDisclosureNoted', 1, { caseId: open('OPER', uuid()) });

export const caseEndNoted = eventType('CaseEndNoted', 1, {
  caseId: open('OPER', uuid()),
  end: open('OPER', code(CASE_ENDS)),
});
