import type { PolicyPack } from '#kernel/clocks';
import type { Streams } from '#kernel/ledger';
import { disclosureAsked, packPinned } from './asked-by-law.js';
import { resolutionCaseDecider } from './resolution-case.decider.js';
import { isActive } from './resolution-case.state.js';

/** The policy pack that a case goes by, in the version that was pinned; nothing where none is. */
export const packOf = async (streams: Streams, org: string, id: string): Promise<PolicyPack | undefined> => {
  const { state } = await streams.asOf(resolutionCaseDecider, org, id);
  return isActive(state) ? packPinned(state.care) : undefined;
};

/** What that pack asks of a disclosure in writing, as what ends a case has to know. */
export const disclosureOwed = async (streams: Streams, org: string, id: string) => {
  const pack = await packOf(streams, org, id);
  return pack ? { pack: disclosureAsked(pack) } : {};
};
