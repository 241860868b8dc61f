import type { PolicyPack } from '#kernel/clocks';
import type { Streams } from '#kernel/ledger';
import { packPinned } from './asked-by-law.js';
import { resolutionCaseDecider } from './resolution-case.decider.js';
import { isActive } from './resolution-case.state.js';

/** The policy pack that a case goes by, in the version that was pinned; nothing where none is. */
export const packOf = async (streams: Streams, org: string, id: string): Promise<PolicyPack | undefined> => {
  const { state } = await streams.asOf(resolutionCaseDecider, org, id);
  return isActive(state) ? packPinned(state.care) : undefined;
};
