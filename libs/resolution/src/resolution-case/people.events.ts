import { code, eventType, flag, instant, list, open, optional, sealed, text, uuid, whole } from '#kernel/core';
import {
  AUTHORITIES,
  AUTHORITY_BASES,
  CAPACITIES,
  DECLINED_FOR,
  DECLINED_SCOPES,
  NEEDS,
  RECHECK_REASONS,
  RELATIONS,
  REPRESENTATION_ENDS,
} from './people.codes.js';

const safetyEventId = open('OPER', uuid());

/** Somebody who works here was involved in the harm: they are never its liaison. An automation notes it. */
export const involvedStaffNoted = eventType('InvolvedStaffNoted', 1, {
  safetyEventId,
  staff: open('IDENT', list(uuid())),
  /** Who of them is the liaison, or covers for them: another has to be named. Left out where none is. */
  toReplace: optional(open('IDENT', list(uuid()))),
});

/** Another person is the one whom patient and family can reach. */
export const liaisonChanged = eventType('LiaisonChanged', 1, {
  safetyEventId,
  from: open('OPER', uuid()),
  liaison: open('OPER', uuid()),
  contactGiven: open('OPER', flag()),
  changedBy: open('OPER', uuid()),
});

/** Who can be reached while the liaison is away. */
export const liaisonCoverArranged = eventType('LiaisonCoverArranged', 1, {
  safetyEventId,
  cover: open('OPER', uuid()),
  from: open('OPER', instant()),
  until: open('OPER', instant()),
  patientTold: open('OPER', flag()),
  arrangedBy: open('OPER', uuid()),
});

export const responseTeamChanged = eventType('ResponseTeamChanged', 1, {
  safetyEventId,
  members: open('OPER', list(uuid())),
  communicationLead: open('OPER', uuid()),
  changedBy: open('OPER', uuid()),
});

export const patientNeedsAssessed = eventType('PatientNeedsAssessed', 1, {
  safetyEventId,
  kinds: open('OPER', list(code(NEEDS), 20)),
  note: optional(sealed('PHI', text(4000))),
  assessedAt: open('OPER', instant()),
  assessedBy: open('OPER', uuid()),
});

export const supportOffered = eventType('SupportOffered', 1, {
  safetyEventId,
  kinds: open('SHARED', list(code(NEEDS), 20)),
  accepted: open('SHARED', list(code(NEEDS), 20)),
  note: optional(sealed('PHI', text(4000))),
  offeredAt: open('OPER', instant()),
  offeredBy: open('OPER', uuid()),
});

/** Who decides for the patient, or is involved in their care. The person's id is the case's own, and nobody's elsewhere. */
export const representativeRecorded = eventType('RepresentativeRecorded', 1, {
  safetyEventId,
  person: open('OPER', uuid()),
  authority: open('OPER', code(AUTHORITIES)),
  relation: open('OPER', code(RELATIONS)),
  basis: open('OPER', code(AUTHORITY_BASES)),
  /** Papers were seen, or the patient said so themselves. */
  verified: open('OPER', flag()),
  /** May accept money in the patient's name. */
  maySettle: open('OPER', flag()),
  /** What one who is involved may hear of; absent: what concerns the care they take part in. */
  shareScope: optional(sealed('PHI', text(1000))),
  name: sealed('PHI', text(200)),
  contact: optional(sealed('PHI', text(500))),
  recordedBy: open('OPER', uuid()),
});

export const representativeEnded = eventType('RepresentativeEnded', 1, {
  safetyEventId,
  person: open('OPER', uuid()),
  reason: open('OPER', code(REPRESENTATION_ENDS)),
  endedBy: open('OPER', uuid()),
});

/** The patient is a minor until then: on that day authority moves to them. */
export const patientMinorityRecorded = eventType('PatientMinorityRecorded', 1, {
  safetyEventId,
  majorityAt: open('PHI', instant()),
  /** A settlement in a minor's name needs a court's approval here. */
  courtApprovalNeeded: open('OPER', flag()),
  recordedBy: open('OPER', uuid()),
});

/** What the minor themselves said of it. */
export const minorViewRecorded = eventType('MinorViewRecorded', 1, {
  safetyEventId,
  view: sealed('PHI', text(4000)),
  recordedBy: open('OPER', uuid()),
});

export const patientCapacityRecorded = eventType('PatientCapacityRecorded', 1, {
  safetyEventId,
  capacity: open('PHI', code(CAPACITIES)),
  since: open('PHI', instant()),
  recordedBy: open('OPER', uuid()),
});

/** The patient died: an automation notes what the safety event recorded. Consents and offers to them end with them. */
export const patientDeathNoted = eventType('PatientDeathNoted', 1, { safetyEventId, notedAt: open('OPER', instant()) });

/** Who may decide has to be looked at anew before anything more is decided. */
export const authorityRecheckRequired = eventType('AuthorityRecheckRequired', 1, {
  safetyEventId,
  reason: open('OPER', code(RECHECK_REASONS)),
  requiredAt: open('OPER', instant()),
});

export const authorityRechecked = eventType('AuthorityRechecked', 1, {
  safetyEventId,
  /** Who decides from now on: one of the recorded people; absent: the patient. */
  person: optional(open('OPER', uuid())),
  recheckedAt: open('OPER', instant()),
  recheckedBy: open('OPER', uuid()),
});

/** Relatives disagree: one decides, the others are involved, and counsel knows (domain.md 8.16). */
export const relativesConflictRecorded = eventType('RelativesConflictRecorded', 1, {
  safetyEventId,
  note: sealed('LEGAL', text(4000)),
  recordedAt: open('OPER', instant()),
  recordedBy: open('OPER', uuid()),
});

export const relativesConflictSettled = eventType('RelativesConflictSettled', 1, {
  safetyEventId,
  note: optional(sealed('LEGAL', text(4000))),
  settledBy: open('OPER', uuid()),
});

/** What the patient does not want; it changes nothing of what they are owed otherwise. */
export const patientDeclinedProgram = eventType('PatientDeclinedProgram', 1, {
  safetyEventId,
  scope: open('OPER', code(DECLINED_SCOPES)),
  lasting: open('OPER', code(DECLINED_FOR)),
  /** Who said so: one of the recorded people; absent: the patient. */
  person: optional(open('OPER', uuid())),
  declinedAt: open('OPER', instant()),
  recordedBy: open('OPER', uuid()),
});

/** How often the family wants to hear from us (domain.md 1.3): their rhythm, not ours. */
export const contactWishRecorded = eventType('ContactWishRecorded', 1, {
  safetyEventId,
  /** At most so many days apart; absent: they come to us when they want to. */
  everyDays: optional(open('SHARED', whole(1, 365))),
  statedAt: open('OPER', instant()),
  recordedBy: open('OPER', uuid()),
});

export const peopleCatalogue = [
  involvedStaffNoted,
  liaisonChanged,
  liaisonCoverArranged,
  responseTeamChanged,
  patientNeedsAssessed,
  supportOffered,
  representativeRecorded,
  representativeEnded,
  patientMinorityRecorded,
  minorViewRecorded,
  patientCapacityRecorded,
  patientDeathNoted,
  authorityRecheckRequired,
  authorityRechecked,
  relativesConflictRecorded,
  relativesConflictSettled,
  patientDeclinedProgram,
  contactWishRecorded,
] as const;
