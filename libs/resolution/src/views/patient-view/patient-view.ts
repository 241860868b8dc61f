import type { Told } from '../../record/case.reading.js';
import { type SharedStep, sharedSteps } from '../../record/patients-steps.js';
import { type OfferOpen, offersTold } from './offers-told.js';

/** What was told, and when: the words of a conversation, a letter or an explanation, as they were said. */
export interface Words extends SharedStep {}

/** A question of the patient's, with its answer once there is one. */
export interface Question {
  readonly question: unknown;
  readonly text?: unknown;
  readonly askedAt?: unknown;
  readonly answer?: unknown;
  readonly answeredAt?: unknown;
}

/** A promise to the patient. */
export interface Promised {
  readonly promise: unknown;
  readonly text?: unknown;
  readonly dueAt?: unknown;
  readonly kept: boolean;
  readonly keptAt?: unknown;
}

/** Where we are now, in the patient's words: of nothing but what is theirs to read. */
export interface PatientView {
  /** One line: where we are. */
  readonly status: string;
  readonly nextContactAt?: unknown;
  readonly told: readonly Words[];
  readonly questions: readonly Question[];
  readonly promises: readonly Promised[];
  readonly offers: readonly OfferOpen[];
}

/** What tells the patient something, in words or by papers. */
const TELLING: readonly Told['type'][] = [
  'InitialDisclosureHeld',
  'FollowUpCommunicationHeld',
  'FindingsSharedWithPatient',
  'ReasonableCareExplained',
  'StatutoryDisclosureSent',
  'CandorNoticeSent',
  'ApologyGiven',
];

/** The patient view of a case. */
export const patientViewOf = (told: readonly Told[]): PatientView => {
  const steps = sharedSteps(told);
  const next = nextContactOf(steps);
  const offers = offersTold(told);
  return {
    status: statusOf(steps, offers),
    ...(next !== undefined && { nextContactAt: next }),
    told: steps.filter(({ type }) => TELLING.includes(type)),
    questions: joined(steps, 'question', ['PatientQuestionAsked', 'PatientQuestionAnswered']) as unknown as Question[],
    promises: joined(steps, 'promise', ['PatientPromiseMade', 'PatientPromiseKept']).map(
      (promise) => ({ ...promise, kept: 'keptAt' in promise }) as unknown as Promised,
    ),
    offers,
  };
};

/** What steps of these types say of the same thing, put together by its id, in the order of their first mention. */
const joined = (steps: readonly SharedStep[], by: string, types: readonly Told['type'][]) => {
  const things = new Map<unknown, Readonly<Record<string, unknown>>>();
  for (const { type, said } of steps)
    if (types.includes(type)) things.set(said[by], { ...things.get(said[by]), ...said });
  return [...things.values()];
};

/** When they hear from us next: what the last conversation said of it, or the last hold. */
const nextContactOf = (steps: readonly SharedStep[]): unknown => {
  const last = steps.findLast(({ type }) =>
    ['InitialDisclosureHeld', 'FollowUpCommunicationHeld', 'CasePlacedOnHold'].includes(type),
  );
  return last?.said.nextContactAt ?? last?.said.until;
};

const OFFERED: Readonly<Record<OfferOpen['standing'], string>> = {
  open: 'We have made you an offer, and wait for your answer. You may take your time, and talk with a lawyer.',
  in_talks: 'We are talking with you about an offer.',
  accepted: 'You have accepted our offer.',
  over: 'Our last offer does not stand any more. You can talk with us about what comes next.',
};

const statusOf = (steps: readonly SharedStep[], offers: readonly OfferOpen[]): string => {
  const offer = offers.at(-1);
  const did = (...types: readonly Told['type'][]) => steps.some(({ type }) => types.includes(type));
  if (offer) return OFFERED[offer.standing];
  if (did('ReasonableCareExplained')) return 'We have explained to you what we found about your care.';
  if (did('FindingsSharedWithPatient')) return 'We have shared with you what we found.';
  if (did('InitialDisclosureHeld', 'FollowUpCommunicationHeld', 'StatutoryDisclosureSent'))
    return 'We have told you what we know so far, and we are looking into what happened.';
  return 'We have not yet spoken with you about what happened.';
};
