import { type DomainCommand, type Instant, type Role, refuse } from '#kernel/core';
import { coversAt } from './people.state.js';
import { type CaseState, OPEN_STATES } from './resolution-case.codes.js';
import type { ResolutionCaseFact } from './resolution-case.events.js';
import { type ActiveCase, isActive, type ResolutionCase, teamOf } from './resolution-case.state.js';
import type { Attempt } from './talks.state.js';

export type { ActiveCase, ResolutionCase };

/** Who acts, and the role that allowed it. */
export interface By {
  readonly by: string;
  readonly role: Role;
}

export const notFound = () => refuse('resolution-case/not-found', 'There is no such resolution case.');

const WITHDRAWN = 'The case was withdrawn: its safety event no longer calls for one.';

/** What follows from a command, in the order in which it is stored. */
export type Facts = readonly ResolutionCaseFact[];

/** One rule: what a command comes to on a case, or a refusal. */
export type Rule<C extends DomainCommand> = (data: C['data'], resolutionCase: ResolutionCase) => Facts;

/** The rules of some commands, by their types. */
export type Rules<C extends DomainCommand> = { readonly [T in C['type']]: Rule<Extract<C, { type: T }>> };

/** Who acts or asks what may be done, and when: who covers for the liaison may while they do. */
export type Asking = By & { readonly at: Instant };

/**
 * Commands of one type that would be worth trying on a case: as small as they can be, filled from the case itself. Those
 * that the rules accept are what may happen next; none where the case has nothing that such a command could be about.
 */
export type Probe<C extends DomainCommand> = (resolutionCase: ActiveCase, asking: Asking) => readonly C['data'][];

/** The probes of some commands, by their types: one beside each rule that a person may set off. */
export type Probes<C extends DomainCommand> = { readonly [T in C['type']]: Probe<Extract<C, { type: T }>> };

/** A case that was activated and has not ended here: it may be on hold, outside, declined or resolved. */
export const active = (resolutionCase: ResolutionCase): ActiveCase => {
  switch (resolutionCase.status) {
    case 'none':
      return notFound();
    case 'requested':
      return refuse('resolution-case/not-activated', 'Activate the response team first.');
    case 'withdrawn':
      return refuse('resolution-case/withdrawn', WITHDRAWN);
    case 'closed':
      return refuse('resolution-case/closed', 'The case was closed.');
    case 'transferred':
      return refuse('resolution-case/transferred', 'The case was handed to another organization.');
    case 'merged':
      return refuse('resolution-case/merged', 'The case goes on in another one of the same patient.');
    default:
      return resolutionCase;
  }
};

const OPEN = new Set<CaseState>(OPEN_STATES);

/** A case in which the program goes on ("any open", domain.md 8.8). */
export const openCase = (resolutionCase: ResolutionCase): ActiveCase => {
  const before = active(resolutionCase);
  if (!OPEN.has(before.status))
    return refuse('resolution-case/not-open', `This is for cases that are open; this one is ${before.status}.`);
  return before;
};

/** A case that waits for its team. */
export const requested = (resolutionCase: ResolutionCase) => {
  if (resolutionCase.status === 'none') return notFound();
  if (resolutionCase.status === 'withdrawn') return refuse('resolution-case/withdrawn', WITHDRAWN);
  if (resolutionCase.status !== 'requested')
    return refuse('resolution-case/already-activated', 'The response team was already activated.');
  return resolutionCase;
};

/** A case of ours, asked for or begun; one that was closed may be reopened, and learns what it has to know then. */
export const here = (resolutionCase: ResolutionCase) => {
  const { status } = resolutionCase;
  return status === 'none' || status === 'withdrawn' || status === 'transferred' || status === 'merged'
    ? undefined
    : resolutionCase;
};

/** Whether a case is somebody's: they are on its team, or cover for its liaison at that time. */
const isTheirs = ({ by, role, at }: Asking, resolutionCase: ActiveCase): boolean => {
  const { cover } = resolutionCase.people;
  return teamOf(resolutionCase).includes(by) || (role === 'liaison' && cover?.person === by && coversAt(cover, at));
};

/**
 * A case that was taken up, wherever it stands now, of those who work on it: a liaison and claims staff act on cases that are theirs; of others,
 * however they stand, they hear what they would hear of none.
 */
export const takenUp = (asking: Asking, resolutionCase: ResolutionCase): ActiveCase => {
  const asked = asking.role === 'liaison' || asking.role === 'claims';
  if (asked && !(isActive(resolutionCase) && isTheirs(asking, resolutionCase))) return notFound();
  return isActive(resolutionCase) ? resolutionCase : active(resolutionCase);
};

/** A case that goes on here, of those who work on it ({@link takenUp}). */
export const onTeam = (asking: Asking, resolutionCase: ResolutionCase): ActiveCase =>
  active(takenUp(asking, resolutionCase));

/** A case in which we speak with the patient ourselves: once there is a suit, talks are counsel’s (domain.md 8.16). */
export const speaking = (asking: Asking, resolutionCase: ResolutionCase): ActiveCase => {
  const before = onTeam(asking, resolutionCase);
  if (before.status === 'outside')
    return refuse('resolution-case/outside', 'A suit or claim goes on: counsel speaks for both sides.');
  return before;
};

/** A case that goes on here, or was closed since: what is found late of it is still recorded. */
export const openOrClosed = (resolutionCase: ResolutionCase): ActiveCase =>
  isActive(resolutionCase) && resolutionCase.status === 'closed' ? resolutionCase : active(resolutionCase);

const DAY = 86_400_000;
/** Unreachable: so many attempts, over so many ways, over so many days (domain.md 2.3, CRP-04; 8.16). */
const TRIED = { attempts: 3, modes: 2, days: 5 };

/** Who was not reached has been tried. */
export const checkTried = (attempts: readonly Attempt[]): void => {
  const times = attempts.map(({ at }) => Date.parse(at));
  const modes = new Set(attempts.map(({ mode }) => mode));
  const days = (Math.max(...times) - Math.min(...times)) / DAY;
  if (attempts.length < TRIED.attempts || modes.size < TRIED.modes || days < TRIED.days)
    refuse(
      'resolution-case/not-tried-enough',
      `Unreachable needs at least ${TRIED.attempts} attempts in ${TRIED.modes} ways over ${TRIED.days} days.`,
      'kind',
    );
};
