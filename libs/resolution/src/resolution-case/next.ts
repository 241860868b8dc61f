import { may } from '#kernel/access';
import { type DomainCommand, type Instant, Refusal, type Role } from '#kernel/core';
import { activationProbes, teamProbe } from './activation.probes.js';
import { ASKS } from './asked-permissions.js';
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
const PROBES = {
  ...activationProbes,
  ...peopleProbes,
  ...talksProbes,
  ...careProbes,
  ...offersProbes,
  ...courseProbes,
  ...endingProbes,
} satisfies Partial<Probes<ResolutionCaseCommand>>;

/** The type of a command that may be proposed. */
type ProposedType = keyof typeof PROBES | 'ActivateResponseTeam';

/** A step that a case would take now from its reader: its command's type. */
export interface NextCommand {
  readonly command: ProposedType;
}

/** Who reads what may happen next, with all the roles that they hold, and when. */
export interface Reader {
  readonly by: string;
  readonly roles: readonly Role[];
  readonly at: Instant;
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
export const PROPOSED: readonly ProposedType[] = [
  'ActivateResponseTeam',
  ...(Object.keys(PROBES) as (keyof typeof PROBES)[]),
];

/** What somebody may send, by the role that each command would be recorded with: the one that its route admits them by. */
const sentBy = (roles: readonly Role[]): ReadonlyMap<Role, ReadonlySet<string>> => {
  const sent = new Map<Role, Set<string>>();
  for (const type of PROPOSED) {
    const role = may(roles, ASKS[type])?.role;
    if (role) sent.set(role, (sent.get(role) ?? new Set()).add(type));
  }
  return sent;
};

/** Whether something would come of a command. */
const follows = (command: ResolutionCaseCommand, resolutionCase: ResolutionCase): boolean => {
  try {
    return resolutionCaseDecider.decide(command, resolutionCase).length > 0;
  } catch (error) {
    if (error instanceof Refusal) return false;
    throw error;
  }
};

/**
 * The steps that the rules would take on a case as it stands from somebody who may send them, found by trying each of them
 * as that person (domain.md 8.8).
 */
export const whatMayHappenNext = (
  resolutionCase: ResolutionCase,
  { by, roles, at }: Reader,
): readonly NextCommand[] => {
  const found = new Set<ProposedType>();
  withoutTraces(() => {
    for (const [role, types] of sentBy(roles))
      for (const command of worthTrying(resolutionCase, { by, role, at })) {
        const type = command.type as ProposedType;
        if (types.has(type) && !found.has(type) && follows(command, resolutionCase)) found.add(type);
      }
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
