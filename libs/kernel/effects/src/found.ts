import type { Addresses, OnCall } from './addresses.js';
import type { Addressee } from './effect.js';

/** Whom a page reaches where nobody is on call, and where whoever is does not answer. */
export const STAND_INS = 'risk-manager';

/** The people whom a notice is for, and, where they stand in for somebody, for which duty. */
export interface Found {
  readonly people: readonly string[];
  readonly insteadOf?: string;
}

/** Finds whom a notice is for at this moment. */
export const find = async (org: string, to: Addressee, addresses: Addresses, onCall: OnCall): Promise<Found> => {
  if ('person' in to) return { people: [to.person] };
  if ('role' in to) return { people: await addresses.holders(org, to.role) };
  const people = await onCall.now(org, to.duty);
  return people.length > 0 ? { people } : { people: await addresses.holders(org, STAND_INS), insteadOf: to.duty };
};
