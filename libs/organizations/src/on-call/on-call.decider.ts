import { type Decider, type DomainCommand, refuse, unreachable } from '#kernel/core';
import type { Duty, OnCallEvent } from './on-call.events.js';

type AssignOnCall = DomainCommand<
  'AssignOnCall',
  { shiftId: string; duty: Duty; personId: string; from: string; until: string; by: string }
>;
type ReleaseOnCall = DomainCommand<'ReleaseOnCall', { shiftId: string; by: string }>;
export type OnCallCommand = AssignOnCall | ReleaseOnCall;

interface Shift {
  readonly shiftId: string;
  readonly from: string;
  readonly until: string;
}

/** The shifts of one duty that stand. */
interface Roster {
  readonly shifts: readonly Shift[];
}

const LONGEST_MS = 31 * 24 * 3_600_000;

const decide = (command: OnCallCommand, { shifts }: Roster): readonly OnCallEvent[] => {
  switch (command.type) {
    case 'AssignOnCall': {
      const { by, ...shift } = command.data;
      const { from, until } = shift;
      if (until <= from) return refuse('on-call/ends-before-it-begins', 'A shift ends after it begins.', 'until');
      if (Date.parse(until) - Date.parse(from) > LONGEST_MS)
        return refuse('on-call/too-long', 'A shift lasts at most 31 days.', 'until');
      if (shifts.some((other) => other.from < until && from < other.until))
        return refuse('on-call/overlaps', 'Somebody else is on call in that time: release their shift first.', 'from');
      return [{ type: 'OnCallAssigned', data: { ...shift, assignedBy: by } }];
    }
    case 'ReleaseOnCall': {
      const { shiftId, by } = command.data;
      if (!shifts.some((shift) => shift.shiftId === shiftId))
        return refuse('on-call/not-found', 'There is no such shift.');
      return [{ type: 'OnCallReleased', data: { shiftId, releasedBy: by } }];
    }
    default:
      return unreachable(command);
  }
};

const evolve = ({ shifts }: Roster, event: OnCallEvent): Roster => {
  switch (event.type) {
    case 'OnCallAssigned':
      return { shifts: [...shifts, event.data] };
    case 'OnCallReleased':
      return { shifts: shifts.filter(({ shiftId }) => shiftId !== event.data.shiftId) };
    default:
      return unreachable(event);
  }
};

/** One stream for each duty of an organization: shifts of one duty never overlap. */
export const onCallDecider: Decider<Roster, OnCallCommand, OnCallEvent> = {
  category: 'on-call',
  initialState: { shifts: [] },
  decide,
  evolve,
};
