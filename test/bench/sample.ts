import { randomBytes, randomUUID } from 'node:crypto';
import { TimeOrderedIds } from '#kernel/platform';
import { resolution } from '#resolution';
import { safetyEvents } from '#safety-events';

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

/** The newest version of an event type of ours. */
export const versionOf = (name: string): number => {
  const shape = [safetyEvents, resolution].flatMap(({ catalogue }) => catalogue).find(({ type }) => type === name);
  if (!shape) throw new Error(`There is no event type ${name}`);
  return shape.version;
};

/** A seal as long as that of a narrative; it opens for nobody. */
export const sealedToken = (): string =>
  `v1.${randomBytes(12).toString('base64url')}.${randomBytes(220).toString('base64url')}.${randomBytes(16).toString('base64url')}`;
