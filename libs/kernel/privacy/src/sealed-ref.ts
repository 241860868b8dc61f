import type { Recorded } from '#kernel/core';

/**
 * A sealed value as a view's column keeps it: `<event id>/<field>/<token>`. With its stream it says everything that
 * opening it needs, and nothing of what it holds.
 */
export type SealedRef = string;

/** The reference to a sealed field of a recorded event, or nothing when the event leaves the field out. */
export const sealedRef = (event: Pick<Recorded, 'eventId' | 'data'>, field: string): SealedRef | undefined => {
  const value = (event.data as Record<string, { sealed?: string } | undefined>)[field];
  return value?.sealed === undefined ? undefined : `${event.eventId}/${field}/${value.sealed}`;
};

/** The reference to a sealed field that an event of this type always has. */
export const neededRef = (event: Pick<Recorded, 'eventId' | 'data'>, field: string): SealedRef => {
  const ref = sealedRef(event, field);
  if (ref === undefined) throw new Error(`Event ${event.eventId} has no sealed ${field}`);
  return ref;
};

/** The parts of a reference. */
export const partsOf = (ref: SealedRef): { eventId: string; field: string; token: string } => {
  const [eventId = '', field = '', token = ''] = ref.split('/');
  return { eventId, field, token };
};
