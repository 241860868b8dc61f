import { code, coded, eventType, instant, list, open, optional, sealed, text, title, uuid } from '#kernel/core';
import { AUTHORITIES, PSO_KINDS, REDIRECTIONS, TRANSFERRED_PARTS } from './follow-up.codes.js';

/** It is another office's matter; a named owner there has it (domain.md 8.4). */
export const safetyEventRedirected = eventType('SafetyEventRedirected', 1, {
  to: open('OPER', code(REDIRECTIONS)),
  owner: open('OPER', uuid()),
  reason: optional(sealed('PHI', text(4000))),
  redirectedBy: open('OPER', uuid()),
});

export const safetyEventReturned = eventType('SafetyEventReturned', 1, {
  reason: optional(sealed('PHI', text(4000))),
  returnedBy: open('OPER', uuid()),
});

/** Another organization has taken it over, and said so. */
export const safetyEventTransferred = eventType('SafetyEventTransferred', 1, {
  toOrganization: open('OPER', title()),
  /** Who accepted it there, by name or office. */
  acceptedBy: sealed('OPER', text(200)),
  acceptedAt: open('OPER', instant()),
  what: open('OPER', list(code(TRANSFERRED_PARTS), 5)),
  transferredBy: open('OPER', uuid()),
});

export const externalReportSubmitted = eventType('ExternalReportSubmitted', 1, {
  authority: open('OPER', code(AUTHORITIES)),
  /** As a policy pack names it: `US-CO`. */
  jurisdiction: optional(open('OPER', coded())),
  /** The authority's own number of the report. */
  reference: optional(open('OPER', coded())),
  submittedAt: open('OPER', instant()),
  submittedBy: open('OPER', uuid()),
});

export const psoSubmissionRecorded = eventType('PsoSubmissionRecorded', 1, {
  psoId: open('OPER', coded()),
  kind: open('OPER', code(PSO_KINDS)),
  /** The format that left, with its version. */
  format: open('OPER', coded()),
  reference: optional(open('OPER', coded())),
  submittedAt: open('OPER', instant()),
  submittedBy: open('OPER', uuid()),
});
