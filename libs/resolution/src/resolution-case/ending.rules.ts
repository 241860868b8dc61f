import { type DomainCommand, refuse, secret } from '#kernel/core';
import type { ActiveState } from './course.state.js';
import type { ResolutionKind } from './resolution-case.codes.js';
import {
  type ActiveCase,
  active,
  type By,
  checkTried,
  type Facts,
  type ResolutionCase,
  type Rules,
} from './resolution-case.rules.js';
import { alsoOf, isApproved, isSettled } from './settled.rules.js';
import { type Asked, checkPack } from './statutory.rules.js';

export type ReachResolution = DomainCommand<'ReachResolution', { kind: ResolutionKind } & By>;
export type CloseCase = DomainCommand<
  'CloseCase',
  {
    summary?: string;
    /** What the law that was pinned to the case asks of a disclosure in writing; the handler reads it from the pack. */
    pack?: Asked;
  } & By
>;

/** The ways in which a case may be resolved from where it stands (INV-27), while no offer was accepted. */
const KINDS: Readonly<Partial<Record<ActiveState, readonly ResolutionKind[]>>> = {
  determining: ['unreachable'],
  explained: ['explained', 'unreachable'],
  offer_preparing: ['patient_declined', 'unreachable'],
  offered: ['patient_declined', 'unreachable'],
  negotiating: ['explained', 'patient_declined', 'unreachable'],
  outside: ['claim_path'],
  declined: ['patient_declined'],
};

/** An accepted offer is resolved as what it is. */
const kindsOf = (before: ActiveCase): readonly ResolutionKind[] => {
  if (!isSettled(before)) return KINDS[before.status] ?? [];
  return [before.offers.current?.components.includes('money') ? 'financial' : 'non_financial'];
};

/** Why a case is not resolved in this way from where it stands. */
const UNFIT: Readonly<Record<ResolutionKind, readonly [code: string, says: string]>> = {
  explained: ['resolution-case/not-explained', 'Explain to the patient what was found first.'],
  financial: ['resolution-case/no-offer-of-money-accepted', 'This is for an offer of money that was accepted.'],
  non_financial: ['resolution-case/no-offer-accepted', 'This is for an offer without money that was accepted.'],
  patient_declined: [
    'resolution-case/not-declined',
    'This is for patients who declined the program, or what they were offered.',
  ],
  unreachable: ['resolution-case/not-judged', 'This is for cases whose care was judged, while no offer is accepted.'],
  claim_path: ['resolution-case/not-outside', 'This is for cases that a claim or a suit has taken outside.'],
};

/** INV-27: resolved as what came to pass, and as nothing else. */
export const reachResolution = ({ kind, by }: ReachResolution['data'], resolutionCase: ResolutionCase): Facts => {
  const before = active(resolutionCase);
  if (before.status === 'resolved') return refuse('resolution-case/already-resolved', 'The case was already resolved.');
  if (before.status === 'on_hold') return refuse('resolution-case/on-hold', 'The case is on hold: resume it first.');
  if (!kindsOf(before).includes(kind)) return refuse(...UNFIT[kind], 'kind');
  checkGround(kind, before);
  return [{ type: 'ResolutionReached', data: { safetyEventId: before.safetyEventId, kind, reachedBy: by } }];
};

/** What has to have come to pass beside the state. */
const checkGround = (kind: ResolutionKind, before: ActiveCase): void => {
  const { status, offers, people, talks, care } = before;
  if (isSettled(before) && offers.current && !isApproved(people, offers.current))
    refuse('resolution-case/court-approval-missing', 'A court approves a minor’s settlement first.');
  const { determination } = care;
  if (kind === 'explained' && (determination !== 'reasonable' || !care.told)) refuse(...UNFIT.explained, 'kind');
  if (kind === 'unreachable' && (determination === undefined || determination === 'undetermined'))
    refuse(...UNFIT.unreachable, 'kind');
  if (kind === 'financial' && !offers.paid)
    refuse('resolution-case/not-paid', 'What was accepted is paid first.', 'kind');
  if (kind === 'unreachable') checkTried(talks.attempts);
  const said = status === 'declined' || offers.current?.state === 'declined' || people.declined?.scope === 'program';
  if (kind === 'patient_declined' && !said)
    refuse(
      'resolution-case/not-declined',
      'Record first that the patient declined the program, or what they were offered.',
      'kind',
    );
};

interface Owed {
  readonly code: string;
  /** How many of it are open; none where all is done. */
  readonly open: (resolutionCase: ActiveCase, closing: CloseCase['data']) => number;
  readonly says: (open: number) => string;
}

const counted = (open: number, one: string, many: string): string => (open === 1 ? `1 ${one}` : `${open} ${many}`);

/** INV-28: what is owed to the patient, and to the law, before a case is closed. */
const OWED: readonly Owed[] = [
  {
    code: 'resolution-case/liaison-involved',
    open: ({ people: { liaison, involvedStaff } }) => (liaison && involvedStaff.includes(liaison) ? 1 : 0),
    says: () => 'The liaison was involved in the harm: name another, who says goodbye to the family.',
  },
  {
    code: 'resolution-case/hold-is-on',
    open: ({ care }) => (care.hold === 'on' ? 1 : 0),
    says: () => 'A bill is still held: release the hold first.',
  },
  {
    code: 'resolution-case/questions-open',
    open: ({ talks }) => talks.questions.filter(({ answered }) => !answered).length,
    says: (open) => `${counted(open, 'question waits', 'questions of theirs wait')} for an answer.`,
  },
  {
    code: 'resolution-case/promises-open',
    open: ({ talks }) => talks.promises.filter(({ kept, handedOver }) => !kept && !handedOver).length,
    says: (open) =>
      `${counted(open, 'promise is not kept', 'promises are not kept')}: keep it, or hand it over to who will.`,
  },
  {
    code: 'resolution-case/findings-open',
    // who could not be reached is told when they come to us: the case is opened again then (domain.md 8.16)
    open: ({ care, talks, resolution }) =>
      care.reviewed && talks.findings === 'not_told' && resolution !== 'unreachable' ? 1 : 0,
    says: () => 'A review was completed: share what it found, or record that they do not want to hear it.',
  },
  {
    code: 'resolution-case/disclosure-owed',
    open: ({ care }, { pack }) => (pack?.required && !care.disclosedInWriting ? 1 : 0),
    says: () => 'The law here asks for a disclosure in writing: send it, and record that it was sent.',
  },
  {
    code: 'resolution-case/npdb-report-owed',
    open: ({ offers }) => (offers.npdbOwed ? 1 : 0),
    says: () => 'A payment has to be reported to the NPDB: its deadline runs.',
  },
];

/** Nothing that is owed is left behind (INV-28). */
export const close = (data: CloseCase['data'], resolutionCase: ResolutionCase): Facts => {
  const { summary, by } = data;
  const before = active(resolutionCase);
  if (before.status !== 'resolved')
    return refuse('resolution-case/not-resolved', 'Resolve the case before closing it.');
  checkPack(data.pack, before);
  for (const { code, open, says } of OWED) {
    const left = open(before, data);
    if (left > 0) return refuse(code, says(left));
  }
  return [
    {
      type: 'ResolutionCaseClosed',
      data: {
        safetyEventId: before.safetyEventId,
        closedBy: by,
        ...(summary && { summary: secret(summary) }),
        ...alsoOf(before),
      },
    },
  ];
};

export type EndingCommand = ReachResolution | CloseCase;

export const endingRules: Rules<EndingCommand> = { ReachResolution: reachResolution, CloseCase: close };
