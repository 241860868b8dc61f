import type { Context } from '#kernel/assembly';
import { resolutionCaseDecider } from './resolution-case/resolution-case.decider.js';
import { resolutionCaseCatalogue } from './resolution-case/resolution-case.events.js';

/** What this context brings to a process. */
export const resolution: Context = {
  name: 'resolution',
  catalogue: resolutionCaseCatalogue,
  migrations: [],
  projections: [],
  deciders: [{ decider: resolutionCaseDecider, reading: 'resolution-case.read' }],
};
