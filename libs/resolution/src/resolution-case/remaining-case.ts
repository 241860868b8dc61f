import type { Streams } from '#kernel/ledger';
import { resolutionCaseDecider } from './resolution-case.decider.js';
import { isActive } from './resolution-case.state.js';

/** The case in which this one goes on, if it was merged, through however many merges. `passed`: not to run in a circle. */
export const remainingCase = async (
  streams: Streams,
  org: string,
  id: string,
  passed: readonly string[] = [],
): Promise<string> => {
  const { state } = await streams.asOf(resolutionCaseDecider, org, id);
  const into = isActive(state) ? state.mergedInto : undefined;
  return into && !passed.includes(into) ? remainingCase(streams, org, into, [...passed, id]) : id;
};
