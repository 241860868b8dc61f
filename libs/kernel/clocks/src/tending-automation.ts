import type { Recorded } from '#kernel/core';
import { type Act, type Automation, automation } from '#kernel/readers';
import { TendClocks } from './commands/tend-clocks.js';
import { type ClockedStreams, typesHeard } from './deadline/clocked-streams.rules.js';

/** When a record moves, then its clocks are tended: what starts and stops them is judged there, by all of the record. */
export const tendingAutomation = (streams: ClockedStreams): Automation => {
  const tend = ({ stream, meta }: Recorded, act: Act) =>
    stream.startsWith(`${streams.category}-`) ? new TendClocks(stream, meta.facility, act()) : undefined;
  return automation({
    name: `clocks.when-${streams.category}-moves-then-tend`,
    version: 1,
    on: Object.fromEntries(typesHeard(streams).map((type) => [type, tend])),
  });
};
