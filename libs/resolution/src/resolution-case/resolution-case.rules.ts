import { type Instant, type Role, refuse } from '#kernel/core';
import {
  type Attendee,
  type Billable,
  type CaseState,
  type Criterion,
  type CriterionResult,
  type Determination,
  type Mode,
  OWN_PARTY,
} from './resolution-case.codes.js';

/** An attempt to reach the patient. */
export interface Attempt {
  readonly mode: Mode;
  readonly at: Instant;
}

/** What the rules remember of a case. */
export interface ActiveCase {
  readonly status: Exclude<CaseState, 'requested' | 'withdrawn'>;
  readonly safetyEventId: string;
  readonly members: readonly string[];
  readonly owner: string;
  readonly liaison?: string;
  readonly contactGiven: boolean;
  readonly billable: Billable;
  readonly hold: 'none' | 'on' | 'released';
  readonly attempts: readonly Attempt[];
  /** A first conversation was held; otherwise an exception may say why not. */
  readonly disclosed: boolean;
  readonly criteria: Readonly<Partial<Record<Criterion, CriterionResult>>>;
  readonly determination?: Determination;
}

export type ResolutionCase =
  | { readonly status: 'none' }
  | { readonly status: 'requested'; readonly safetyEventId: string; readonly patient: string }
  | { readonly status: 'withdrawn' }
  | ActiveCase;

/** Who acts, and the role that allowed it. */
export interface By {
  readonly by: string;
  readonly role: Role;
}

export const notFound = () => refuse('resolution-case/not-found', 'There is no such resolution case.');

const WITHDRAWN = 'The case was withdrawn: its safety event no longer calls for one.';

/** A case that was activated and is not closed. */
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
    default:
      return resolutionCase;
  }
};

/** A case that waits for its team. */
export const requested = (resolutionCase: ResolutionCase) => {
  if (resolutionCase.status === 'none') return notFound();
  if (resolutionCase.status === 'withdrawn') return refuse('resolution-case/withdrawn', WITHDRAWN);
  if (resolutionCase.status !== 'requested')
    return refuse('resolution-case/already-activated', 'The response team was already activated.');
  return resolutionCase;
};

/** A liaison acts on cases that are theirs; of others they hear what they would hear of none. */
export const checkOnTeam = ({ by, role }: By, { members, liaison }: ActiveCase): void => {
  if (role === 'liaison' && by !== liaison && !members.includes(by)) notFound();
};

/** INV-23: a conversation is with the patient or with who stands for them. */
export const checkOwnParty = (attendees: readonly Attendee[]): void => {
  if (!attendees.some((one) => OWN_PARTY.includes(one)))
    refuse(
      'resolution-case/nobody-told',
      'Neither the patient nor a representative was there: record an attempt instead.',
      'attendees',
    );
};

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
