import { code, eventType, instant, list, open, optional, sealed, text, uuid } from '#kernel/core';
import { LINK_KINDS, MATCH_BASES } from './follow-up.codes.js';

/** This report tells of what another one tells of: it goes on there (domain.md 8.4, 8.16). */
export const safetyEventMerged = eventType('SafetyEventMerged', 1, {
  intoEventId: open('OPER', uuid()),
  matchBasis: open('OPER', list(code(MATCH_BASES), 5)),
  mergedBy: open('OPER', uuid()),
});

export const safetyEventUnmerged = eventType('SafetyEventUnmerged', 1, {
  fromEventId: open('OPER', uuid()),
  reason: optional(sealed('PHI', text(4000))),
  unmergedBy: open('OPER', uuid()),
});

/** On the one that remains: another report was merged into it, with the times that the clocks of the group need. */
export const duplicateAbsorbed = eventType('DuplicateAbsorbed', 1, {
  fromEventId: open('OPER', uuid()),
  discoveredAt: open('OPER', instant()),
  identifiedAt: optional(open('OPER', instant())),
  reportedAt: open('OPER', instant()),
});

export const duplicateReleased = eventType('DuplicateReleased', 1, { fromEventId: open('OPER', uuid()) });

/** Somebody looked at a proposed duplicate and said that it is none. */
export const duplicateDismissed = eventType('DuplicateDismissed', 1, {
  otherEventId: open('OPER', uuid()),
  dismissedBy: open('OPER', uuid()),
});

export const safetyEventLinked = eventType('SafetyEventLinked', 1, {
  otherId: open('OPER', uuid()),
  kind: open('OPER', code(LINK_KINDS)),
  linkedBy: open('OPER', uuid()),
});
