import type { Envelope } from '#kernel/ledger';
import { derivedUuid } from '#kernel/platform';
import type { Lookups } from '#kernel/privacy';

type Keyed = Pick<Lookups, 'hash'>;

/** Somebody who was involved in a safety event. */
interface Involved {
  readonly safetyEventId: string;
  readonly staff: string;
}

/** The keyed hash by which an event names somebody, another one for each safety event. */
export const staffHashOf = (keys: Keyed, org: string, { safetyEventId, staff }: Involved): string =>
  keys.hash(org, 'caregiver-support', `${safetyEventId}|${staff}`).toString('hex');

/**
 * The one support of somebody on a safety event. Whoever lacks the organization's key cannot tell its id from the person's,
 * nor which supports are of one person.
 */
export const supportOf = (keys: Keyed, org: string, { safetyEventId, staff }: Involved): string =>
  derivedUuid('caregiver-support', keys.hash(org, 'caregiver-support stream', `${safetyEventId}|${staff}`));

/**
 * The envelope of a command that follows from an event which names the person in clear: under ids that follow from its own by
 * the organization's key, and without the links (correlation, cause, trace) that would lead from the one to the other.
 */
export const unlinked = (
  keys: Keyed,
  { org, actor, commandId, meta }: Pick<Envelope, 'org' | 'actor' | 'commandId' | 'meta'>,
): Envelope => {
  const keyed = (scope: string) => keys.hash(org, `caregiver-support ${scope}`, commandId);
  const { traceparent: _trace, ...place } = meta ?? {};
  const id = derivedUuid('caregiver-support-command', keyed('command'));
  return { org, actor, commandId: id, correlationId: id, requestHash: keyed('request'), meta: place };
};
