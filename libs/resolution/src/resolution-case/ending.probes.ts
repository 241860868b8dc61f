import { disclosureAsked, packPinned } from './asked-by-law.js';
import type { EndingCommand } from './ending.rules.js';
import { RESOLUTION_KINDS } from './resolution-case.codes.js';
import type { Probes } from './resolution-case.rules.js';

/** How a case ends. */
export const endingProbes: Probes<EndingCommand> = {
  ReachResolution: (_, { by, role }) => RESOLUTION_KINDS.map((kind) => ({ kind, by, role })),
  CloseCase: ({ care }, { by, role }) => {
    const pack = packPinned(care);
    return [{ by, role, ...(pack && { pack: disclosureAsked(pack) }) }];
  },
};
