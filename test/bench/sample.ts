import { randomBytes, randomUUID } from 'node:crypto';
import { TimeOrderedIds } from '#kernel/platform';

/** Ids of events and streams sort by time, as in production; ids of commands do not. */
export const ids = new TimeOrderedIds();

/** The same bytes for everybody: an organization, an actor, 48 bytes beside the data, and 560 of data. */
export const ORG = randomUUID();
export const ACTOR = { kind: 'staff', id: randomUUID(), role: 'reporter' } as const;
export const TYPE = 'SafetyEventReported';
export const META = { facility: randomUUID() };
export const DATA = {
  class: 'incident',
  category: 'medication',
  narrative: { sealed: randomBytes(360).toString('base64') },
};

let made = 0;

/** 32 bytes that differ each time, and cost nobody anything: neither a request's hash nor a leaf is what is measured. */
export const thirtyTwoBytes = (): Buffer => {
  const bytes = Buffer.alloc(32, 7);
  bytes.writeUInt32BE(made++);
  return bytes;
};
