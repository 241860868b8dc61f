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
import type { Asking, Probe, Probes, ResolutionCase } from './resolution-case.rules.js';
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

/** What may happen next on a case, to one reader of it. */
export type Next = (resolutionCase: ResolutionCase) => readonly NextCommand[];

/** Who reads what may happen next, with all the roles that they hold, and when. */
export interface Reader {
  readonly by: string;
  readonly roles: readonly Role[];
  readonly at: Instant;
}

/** The types of what may be proposed at all, whatever the case. */
export const PROPOSED: readonly ProposedType[] = [
  'ActivateResponseTeam',
  ...(Object.keys(PROBES) as (keyof typeof PROBES)[]),
];

/** What is worth trying on a case of one type of command. */
const probed = (
  type: ProposedType,
  resolutionCase: ResolutionCase,
  asking: Asking,
): readonly ResolutionCaseCommand[] => {
  const wanted =
    type === 'ActivateResponseTeam'
      ? resolutionCase.status === 'requested' && [teamProbe(asking)]
      : // the table pairs each type with the probe of its data, which a union of types does not tell
        isActive(resolutionCase) && (PROBES[type] as Probe<DomainCommand>)(resolutionCase, asking);
  return wanted ? wanted.map((data) => ({ type, data }) as ResolutionCaseCommand) : [];
};

/** What may be tried on a case: of every type that somebody could send, the commands that are worth it. */
export const worthTrying = (resolutionCase: ResolutionCase, asking: Asking): readonly ResolutionCaseCommand[] =>
  PROPOSED.flatMap((type) => probed(type, resolutionCase, asking));

/** What somebody may send, with the role that it would be recorded with: the one that its route admits them by. */
const sentBy = (roles: readonly Role[]): readonly (readonly [ProposedType, Role])[] =>
  PROPOSED.flatMap((type) => {
    const role = may(roles, ASKS[type])?.role;
    return role ? [[type, role] as const] : [];
  });

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
 * as that person (domain.md 8.8). What they may send is looked up once, for all the cases that they read.
 */
export const nextFor = ({ by, roles, at }: Reader): Next => {
  const sent = sentBy(roles);
  return (resolutionCase) =>
    withoutTraces(() =>
      sent
        .filter(([type, role]) =>
          probed(type, resolutionCase, { by, role, at }).some((command) => follows(command, resolutionCase)),
        )
        .map(([command]) => ({ command })),
    );
};

/** Most of what is tried is refused, and nobody reads where: a list tries thousands, and writing that down is half the work. */
const withoutTraces = <T>(work: () => T): T => {
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 0;
  try {
    return work();
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
};
