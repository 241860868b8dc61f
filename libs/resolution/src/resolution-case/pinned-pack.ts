import { defaultPacks, type PolicyPack } from '#kernel/clocks';
import type { Streams } from '#kernel/ledger';
import { resolutionCaseDecider } from './resolution-case.decider.js';
import { isActive } from './resolution-case.state.js';

/** The policy pack that a case goes by, in the version that was pinned; nothing where none is. */
export const packOf = async (streams: Streams, org: string, id: string): Promise<PolicyPack | undefined> => {
  const { state } = await streams.asOf(resolutionCaseDecider, org, id);
  const pinned = isActive(state) ? state.care.pack : undefined;
  return defaultPacks.find(
    ({ jurisdiction, version }) => jurisdiction === pinned?.jurisdiction && version === pinned.packVersion,
  );
};
