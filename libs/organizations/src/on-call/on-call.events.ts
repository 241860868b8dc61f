import { code, type EventOf, eventType, instant, open, uuid } from '#kernel/core';

/** What somebody can be on call for. `safety-lead`: acts within the hour where harm is severe or goes on (domain.md 7.6). */
export const DUTIES = ['safety-lead'] as const;
export type Duty = (typeof DUTIES)[number];

export const onCallAssigned = eventType('OnCallAssigned', 1, {
  shiftId: open('OPER', uuid()),
  duty: open('OPER', code(DUTIES)),
  personId: open('OPER', uuid()),
  from: open('OPER', instant()),
  until: open('OPER', instant()),
  assignedBy: open('OPER', uuid()),
});

export const onCallReleased = eventType('OnCallReleased', 1, {
  shiftId: open('OPER', uuid()),
  releasedBy: open('OPER', uuid()),
});

export const onCallCatalogue = [onCallAssigned, onCallReleased] as const;
export type OnCallEvent = EventOf<(typeof onCallCatalogue)[number]>;
