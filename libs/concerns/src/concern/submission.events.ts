import {
  code,
  coded,
  eventType,
  flag,
  group,
  instant,
  list,
  maybe,
  open,
  optional,
  sealed,
  text,
  uuid,
} from '#kernel/core';
import {
  AGE_GROUPS,
  CLAIMED_AUTHORITIES,
  CONCERN_CATEGORIES,
  CONCERN_CHANNELS,
  CONCERN_OUTCOMES,
  CONTACT_CHANNELS,
  HARM_KINDS,
  IDENTITY_RECIPIENTS,
  QUARANTINES,
  SUBMITTER_ROLES,
  TIME_CERTAINTIES,
  WISHES,
} from './concern.codes.js';

const contact = () => group({ phone: maybe(text(50)), email: maybe(text(200)), address: maybe(text(400)) });

/** Type names are those of domain.md 8.5, fields those of 7.6. */
export const concernSubmitted = eventType('ConcernSubmitted', 1, {
  channel: open('OPER', code(CONCERN_CHANNELS)),
  facilityId: open('OPER', uuid()),
  unitId: optional(open('OPER', uuid())),
  /** When it reached the organization: a letter is received before it is entered. */
  receivedAt: open('OPER', instant()),
  /** BCP 47: the language that it was written or told in, and that answers are written in. */
  language: open('OPER', coded()),
  interpreterNeeded: optional(open('OPER', flag())),
  submitterRole: open('OPER', code(SUBMITTER_ROLES)),
  aboutSelf: open('OPER', flag()),
  anonymous: open('OPER', flag()),
  submitterName: optional(sealed('IDENT', text(200))),
  contact: optional(sealed('IDENT', contact())),
  /** Whether there is any way to reach the submitter: contact details or a tracking code that they keep. */
  reachable: open('OPER', flag()),
  preferredChannel: optional(open('OPER', code(CONTACT_CHANNELS))),
  patientName: optional(sealed('PHI', text(200))),
  /** The patient's record number. */
  patientRef: optional(sealed('PHI', text(100))),
  ageGroup: optional(open('OPER', code(AGE_GROUPS))),
  authorityClaimed: optional(open('OPER', code(CLAIMED_AUTHORITIES))),
  narrative: sealed('PHI', text()),
  worry: optional(sealed('PHI', text(4000))),
  wentWell: optional(sealed('PHI', text(4000))),
  category: optional(open('OPER', code(CONCERN_CATEGORIES))),
  outcome: optional(open('OPER', code(CONCERN_OUTCOMES))),
  harmKinds: optional(open('OPER', list(code(HARM_KINDS), 5))),
  stillAtRisk: open('OPER', flag()),
  happened: optional(
    open('OPER', group({ from: instant(), until: maybe(instant()), certainty: code(TIME_CERTAINTIES) })),
  ),
  /** Where, in the submitter's words. */
  place: optional(sealed('PHI', text(400))),
  stillInHospital: optional(open('OPER', flag())),
  toldStaff: optional(open('OPER', flag())),
  /** Whom they told, and what was answered. */
  staffResponse: optional(sealed('PHI', text(4000))),
  wishes: optional(open('OPER', list(code(WISHES), 7))),
  wishInWords: optional(sealed('PHI', text(2000))),
  mayContact: open('OPER', flag()),
  mayShareIdentity: open('OPER', flag()),
  maySurvey: open('OPER', flag()),
  /** Who entered it for the submitter: by phone, from paper, at the bedside. */
  enteredBy: optional(open('OPER', uuid())),
  quarantine: optional(open('OPER', code(QUARANTINES))),
});

/** The submitter got a code to follow it with: only its keyed hash is kept. */
export const concernReceiptIssued = eventType('ConcernReceiptIssued', 1, { codeHash: open('IDENT', coded()) });

/** Who submitted without a name says it now, by the code (8.5): nobody else can. */
export const concernSubmitterIdentified = eventType('ConcernSubmitterIdentified', 1, {
  submitterName: optional(sealed('IDENT', text(200))),
  contact: optional(sealed('IDENT', contact())),
});

export const concernIdentityDisclosedByConsent = eventType('ConcernIdentityDisclosedByConsent', 1, {
  to: open('OPER', code(IDENTITY_RECIPIENTS)),
  unitId: optional(open('OPER', uuid())),
  /** When and how the submitter agreed. */
  consentedAt: open('OPER', instant()),
  disclosedBy: open('OPER', uuid()),
});
