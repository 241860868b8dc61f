import type { HarmDuration } from '../safety-event/patient.codes.js';
import type { Category, EventClass, HarmSeverity } from '../safety-event/safety-event.codes.js';
import { codesOf } from './code-list.codes.js';
import { type CrosswalkRow, crosswalk1 } from './crosswalk.codes.js';
import { sentinelAlways } from './joint-commission.codes.js';
import { nqfSre } from './nqf-sre.codes.js';
import type { Taxonomy } from './taxonomy.codes.js';

/** The map in force. */
export const CROSSWALK = crosswalk1;

/** What our own codes say of a safety event: what every map starts from. */
export interface OwnCodes {
  readonly eventClass: EventClass;
  readonly categories: readonly Category[];
  readonly harm?: HarmSeverity;
  readonly duration?: HarmDuration;
}

/** One code follows; several may, so that a person chooses; or none does, and why. */
export type Proposal =
  | { readonly kind: 'one'; readonly code: string }
  | { readonly kind: 'choices'; readonly codes: readonly string[] }
  | { readonly kind: 'none'; readonly why: NoProposal };

/** Why the map says nothing. */
export const NO_PROPOSALS = ['another-subject', 'harm-not-known', 'reached-nobody', 'not-on-the-list'] as const;
export type NoProposal = (typeof NO_PROPOSALS)[number];

const none = (why: NoProposal): Proposal => ({ kind: 'none', why });
const some = (codes: readonly string[], why: NoProposal): Proposal =>
  codes.length === 0
    ? none(why)
    : codes.length === 1
      ? { kind: 'one', code: codes[0] as string }
      : { kind: 'choices', codes };
/** Where a code says who belongs under it only in words, one candidate is a question all the same. */
const asked = (codes: readonly string[], why: NoProposal): Proposal =>
  codes.length === 0 ? none(why) : { kind: 'choices', codes };

/** What our codes say in another list's terms (standards.md 2). Never more than a proposal: the source code is kept. */
export const crosswalk = (own: OwnCodes, to: Taxonomy): Proposal => {
  switch (to) {
    case 'ncc-merp':
      return toNccMerp(own);
    case 'nqf-sre':
      return toNqf(own);
    case 'joint-commission-outcome':
      return toSentinelOutcome(own);
    case 'joint-commission-always':
      return own.eventClass === 'incident' ? asked(codesOf(sentinelAlways), 'not-on-the-list') : none('reached-nobody');
    case 'who-icps':
      return toWho(own);
  }
};

/** The rows that fit: all durations of a harm where the duration is not known. */
const rowsOf = ({ eventClass, harm, duration }: OwnCodes): readonly CrosswalkRow[] => {
  const key =
    eventClass === 'near_miss' ? 'near-miss' : eventClass === 'unsafe_condition' ? 'unsafe-condition' : scaleCode(harm);
  const known = duration === undefined || duration === 'unknown' ? undefined : duration;
  return CROSSWALK.rows.filter(
    (row) => row.harm === key && (row.duration === '-' || known === undefined || row.duration === known),
  );
};

/** Our word for a harm as the scale's own. */
const scaleCode = (harm: HarmSeverity | undefined): string | undefined => (harm === 'no_harm' ? 'none' : harm);

const distinct = (codes: readonly string[]): readonly string[] => [...new Set(codes)].sort();

const toNccMerp = (own: OwnCodes): Proposal =>
  own.categories.includes('medication')
    ? some(distinct(rowsOf(own).flatMap(({ nccMerp }) => nccMerp)), 'harm-not-known')
    : none('another-subject');

const toWho = (own: OwnCodes): Proposal =>
  own.eventClass === 'incident'
    ? some(distinct(rowsOf(own).flatMap(({ who }) => (who ? [who] : []))), 'harm-not-known')
    : none('reached-nobody');

/** Death, severe harm of any duration, permanent harm of any severity. */
const toSentinelOutcome = (own: OwnCodes): Proposal => {
  if (own.eventClass !== 'incident') return none('reached-nobody');
  const outcomes = rowsOf(own).flatMap(outcomesOf);
  return some(distinct(outcomes), 'harm-not-known');
};

const outcomesOf = ({ harm, sentinel }: CrosswalkRow): readonly string[] => {
  if (!sentinel) return ['not-sentinel'];
  if (harm === 'death') return ['death'];
  // any other harm is sentinel for being permanent
  return harm === 'severe' ? ['severe-harm-any-duration'] : ['permanent-harm-any-severity'];
};

/** Harm by which somebody may have been seriously injured. */
const GRAVE: readonly (HarmSeverity | undefined)[] = ['moderate', 'severe', 'death'];

/** Serious reportable events by category, those that need a death or a serious injury only where there may be one. */
const toNqf = ({ eventClass, categories, harm }: OwnCodes): Proposal => {
  if (eventClass !== 'incident') return none('reached-nobody');
  const may = new Set([...categories.flatMap((category) => CROSSWALK.nqf[category]), ...CROSSWALK.nqf.any]);
  const grave = GRAVE.includes(harm);
  const candidates = nqfSre.codes.filter(({ code, needsHarm }) => may.has(code) && (grave || !needsHarm));
  return asked(
    candidates.map(({ code }) => code),
    'not-on-the-list',
  );
};

/** A letter of NCC MERP as harm and duration of the AHRQ scale: `severe/temporary`, `death`, or a class. */
export const fromNccMerp = (letter: string): Proposal =>
  some(
    CROSSWALK.rows
      .filter(({ nccMerp }) => nccMerp.includes(letter))
      .map(({ harm, duration }) => (duration === '-' ? harm : `${harm}/${duration}`)),
    'not-on-the-list',
  );

/** Whether a person may choose this code without saying why the map is wrong here. */
export const allows = (proposal: Proposal, code: string): boolean =>
  proposal.kind === 'one' ? proposal.code === code : proposal.kind === 'choices' && proposal.codes.includes(code);

/** What a choice was made from, as one code: `incident/severe/temporary`. */
export const fromCodeOf = ({ eventClass, harm, duration }: OwnCodes): string =>
  [eventClass.replaceAll('_', '-'), scaleCode(harm) ?? 'not-rated', ...(duration ? [duration] : [])].join('/');
