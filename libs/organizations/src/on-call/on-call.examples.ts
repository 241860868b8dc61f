import type { OnCallCommand } from './on-call.decider.js';
import type { OnCallEvent } from './on-call.events.js';

export const shift = '0192a000-0000-7000-8000-000000000031';

export const assignRosa = {
  type: 'AssignOnCall',
  data: {
    shiftId: shift,
    duty: 'safety-lead',
    personId: '0192a000-0000-7000-8000-000000000021',
    from: '2026-03-02T00:00:00.000Z',
    until: '2026-03-09T00:00:00.000Z',
    by: '0192a000-0000-7000-8000-000000000022',
  },
} as const satisfies OnCallCommand;

const { by, ...assigned } = assignRosa.data;
export const rosaOnCall: OnCallEvent = { type: 'OnCallAssigned', data: { ...assigned, assignedBy: by } };
