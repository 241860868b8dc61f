import type { Instant } from '#kernel/core';
import type { Language } from '#kernel/gate';
import { kept, type Opened, saidOf } from '../case-record/said.js';
import { promisesOf, questionsOf, type ShownPromise, type ShownQuestion } from '../case-record/shown-talks.js';
import { type Cover, coversAt } from '../resolution-case/people.state.js';
import { languageOf } from './language-of.js';
import { toldWords } from './messages/words.js';
import type { OpenedFact, OpenedTold, ToldCase } from './opened-told.js';
import { stageAfter, type ToldStage } from './told-stage.js';

/** A step of the case in plain words, with what was said. */
export interface ToldStep {
  readonly at: Instant;
  readonly says: string;
  readonly said: OpenedTold['said'];
  /** What happened, as it was told then: fact by fact in words. */
  readonly facts?: readonly OpenedFact[];
}

/** What was offered, as it is now. */
export interface ToldOffer extends Omit<Opened<'OfferMade'>, 'safetyEventId' | 'offer' | 'amount' | 'madeBy'> {
  /** `open`: it waits for an answer. `revised`: worked over, and not on the table until it is made anew. */
  readonly state: 'open' | 'revised' | 'accepted' | 'declined' | 'expired' | 'withdrawn';
  readonly signedAt?: Instant;
}

/** The next time that the patient can count on, and what for. */
export interface NextDate {
  readonly at: Instant;
  readonly of: 'contact' | 'promise' | 'offer' | 'wait';
}

/** Where we are now: one line and the next date, whom they can reach, and what was told, asked, promised and offered. */
export interface WhereWeAreNow {
  /** In which language we say it; what was told stands as it was told. */
  readonly language: Language;
  readonly stage: ToldStage;
  readonly line: string;
  readonly nextDate?: NextDate;
  /** Whom they can reach, by id. */
  readonly liaison?: string;
  /** Who is there for them just now. */
  readonly cover?: Cover;
  readonly told: readonly ToldStep[];
  readonly questions: readonly ShownQuestion[];
  readonly promises: readonly ShownPromise[];
  readonly offers: readonly ToldOffer[];
  /** What was found about the care, once it was explained to them. */
  readonly explanation?: Opened<'ReasonableCareExplained'>['explanation'];
}

/** The steps in order, in plain words: the chronology that may be handed on. In the patient's language, if none is asked for. */
export const stepsOf = (told: readonly OpenedTold[], language: Language = languageOf(told)): readonly ToldStep[] =>
  told.map(({ type, occurredAt, said, facts }) => ({
    at: occurredAt,
    says: toldWords(language)(`step.${type}`),
    said,
    ...(facts && { facts }),
  }));

/** The case as its patient sees it; in their language, if none is asked for. */
export const whereWeAreNowOf = (
  { liaison, cover, told }: ToldCase,
  now: Instant,
  language: Language = languageOf(told),
): WhereWeAreNow => {
  const stage = stageAfter(told.map(({ type }) => type));
  const promises = promisesOf(told);
  const offers = offersOf(told);
  return kept({
    language,
    stage,
    line: toldWords(language)(`stage.${stage}`),
    nextDate: nextDateOf({ told, promises, offers, stage }, now),
    liaison,
    cover: coversAt(cover, now) ? cover : undefined,
    told: stepsOf(told, language),
    questions: questionsOf(told),
    promises,
    offers,
    explanation: saidOf(told, 'ReasonableCareExplained').at(-1)?.said.explanation,
  });
};

const ENDS = {
  OfferAccepted: 'accepted',
  OfferDeclined: 'declined',
  OfferExpired: 'expired',
  OfferWithdrawn: 'withdrawn',
} as const;

/** One offer is on the table at a time: what follows one is about it. */
const offersOf = (told: readonly OpenedTold[]): readonly ToldOffer[] => {
  const offers: ToldOffer[] = [];
  for (const { type, said } of told) {
    const last = offers.at(-1);
    if (type === 'OfferMade') offers.push({ ...said, state: 'open' });
    else if (last && type === 'OfferRevised') offers[offers.length - 1] = { ...last, ...said, state: 'revised' };
    else if (last && type in ENDS) {
      offers[offers.length - 1] = { ...last, ...said, state: ENDS[type as keyof typeof ENDS] };
    }
  }
  return offers;
};

type Awaited = Pick<WhereWeAreNow, 'promises' | 'offers' | 'stage'> & { readonly told: readonly OpenedTold[] };

const nextDateOf = ({ told, promises, offers, stage }: Awaited, now: Instant): NextDate | undefined => {
  const contact = saidOf(told, 'InitialDisclosureHeld', 'FollowUpCommunicationHeld').at(-1)?.said.nextContactAt;
  const wait = stage === 'waiting' ? saidOf(told, 'CasePlacedOnHold').at(-1)?.said.until : undefined;
  const dates: readonly { readonly at: Instant | undefined; readonly of: NextDate['of'] }[] = [
    { at: contact, of: 'contact' },
    { at: wait, of: 'wait' },
    ...promises.map(({ dueAt, keptAt }) => ({ at: keptAt ? undefined : dueAt, of: 'promise' as const })),
    ...offers.map(({ state, validUntil }) => ({ at: state === 'open' ? validUntil : undefined, of: 'offer' as const })),
  ];
  return dates
    .flatMap(({ at, of }) => (at !== undefined && at >= now ? [{ at, of }] : []))
    .sort((a, b) => a.at.localeCompare(b.at))[0];
};
