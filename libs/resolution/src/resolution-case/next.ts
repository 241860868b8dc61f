import { type DomainCommand, Refusal } from '#kernel/core';
import { activationProbes, teamProbe } from './activation.probes.js';
import { careProbes } from './care.probes.js';
import { courseProbes } from './course.probes.js';
import { endingProbes } from './ending.probes.js';
import { offersProbes } from './offers.probes.js';
import { peopleProbes } from './people.probes.js';
import { type ResolutionCaseCommand, resolutionCaseDecider } from './resolution-case.decider.js';
import type { ActiveCase, Asking, Probe, Probes, ResolutionCase } from './resolution-case.rules.js';
import { isActive } from './resolution-case.state.js';
import { talksProbes } from './talks.probes.js';

/** Every theme's probes; a command whose type is not here is never proposed. */
const PROBES: Partial<Probes<ResolutionCaseCommand>> = {
  ...activationProbes,
  ...peopleProbes,
  ...talksProbes,
  ...careProbes,
  ...offersProbes,
  ...courseProbes,
  ...endingProbes,
};

/** A step that a case would take now: its command's type. What a role may send is for the reader to say. */
export interface NextCommand {
  readonly command: ResolutionCaseCommand['type'];
}

/** What may be tried on a case: of every type that somebody could send, the commands that are worth it. */
export const worthTrying = (resolutionCase: ResolutionCase, asking: Asking): readonly ResolutionCaseCommand[] => {
  if (resolutionCase.status === 'requested') return [{ type: 'ActivateResponseTeam', data: teamProbe(asking) }];
  return isActive(resolutionCase) ? probed(resolutionCase, asking) : [];
};

const probed = (resolutionCase: ActiveCase, asking: Asking): readonly ResolutionCaseCommand[] =>
  Object.entries(PROBES).flatMap(([type, probe]) =>
    // the table pairs each type with the probe of its data, which a union of commands does not tell
    (probe as Probe<DomainCommand>)(resolutionCase, asking).map((data) => ({ type, data }) as ResolutionCaseCommand),
  );

/** The types of what may be proposed at all, whatever the case. */
export const PROPOSED: readonly ResolutionCaseCommand['type'][] = [
  'ActivateResponseTeam',
  ...(Object.keys(PROBES) as ResolutionCaseCommand['type'][]),
];

/** Whether something would come of a command. */
const follows = (command: ResolutionCaseCommand, resolutionCase: ResolutionCase): boolean => {
  try {
    return resolutionCaseDecider.decide(command, resolutionCase).length > 0;
  } catch (error) {
    if (error instanceof Refusal) return false;
    throw error;
  }
};

/** The steps that the rules take on a case as it stands, found by trying each of them (domain.md 8.8). */
export const whatMayHappenNext = (resolutionCase: ResolutionCase, asking: Asking): readonly NextCommand[] => {
  const found = new Set<ResolutionCaseCommand['type']>();
  withoutTraces(() => {
    for (const command of worthTrying(resolutionCase, asking))
      if (!found.has(command.type) && follows(command, resolutionCase)) found.add(command.type);
  });
  return [...found].map((command) => ({ command }));
};

/** Most of what is tried is refused, and nobody reads where: a list tries thousands, and writing that down is half the work. */
const withoutTraces = (work: () => void): void => {
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 0;
  try {
    work();
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
};
