import type { Streams } from '#kernel/ledger';
import { safetyEventDecider } from './safety-event.decider.js';

/** Where a safety event goes on: itself, or what it was merged into, and what that was merged into. */
export const remainingOf = async (streams: Streams, org: string, id: string): Promise<string> => {
  const { state } = await streams.asOf(safetyEventDecider, org, id);
  return state.status === 'merged' ? remainingOf(streams, org, state.into) : id;
};

/** Whether the organization has this safety event, whatever became of it. */
export const isReported = async (streams: Streams, org: string, id: string): Promise<boolean> =>
  (await streams.asOf(safetyEventDecider, org, id)).state.status !== 'none';
