import type { Memory, Span } from '#kernel/clocks';
import type { Instant } from '#kernel/core';
import type { CaseFact, ResolutionCaseFact } from './resolution-case.events.js';

/** What the clocks of a case know of it when an event comes. */
export interface Known {
  /** Nobody owes the patient a word: they wished a pause, declined the program, or the case is outside or closed. */
  readonly rests: boolean;
  /** How often they wish to hear from us (domain.md 1.3), or that they come to us; absent: they have not said. */
  readonly rhythm?: Span | 'none';
  /** It is closed: nobody looks at who decides until it is opened again. */
  readonly closed: boolean;
  /** The care was determined, and that stands. */
  readonly judged: boolean;
  /** A bill is held, or was waived: nobody has to see to that. */
  readonly billSettled: boolean;
  /** The offer that was made last. */
  readonly offer?: string;
  /** When authority moves to a patient who is a minor, as long as nobody has looked at it since. */
  readonly majorityAt?: Instant;
  /** Somebody has to look at who decides, and nobody has. */
  readonly recheckOwed: boolean;
}

/** From now on talks go by counsel (domain.md 8.8, `outside`): a suit, or a claim that ends them. */
export const goesOutside = {
  SuitFiled: () => true,
  ClaimReceived: ({ data }: { data: CaseFact<'ClaimReceived'>['data'] }) => data.endsTalks,
};

/** The patient wants no program; review, support and the billing hold go on (domain.md 8.8, 8.16). */
export const programDeclined = {
  PatientDeclinedProgram: ({ data }: { data: CaseFact<'PatientDeclinedProgram'>['data'] }) => data.scope === 'program',
};

/** They asked us to wait. Other reasons to hold a case are no reason not to speak with them. */
export const heldByWish = {
  CasePlacedOnHold: ({ data }: { data: CaseFact<'CasePlacedOnHold'>['data'] }) => data.reason === 'patient_wish',
};

/** What a wish to hear so often comes to. */
export const rhythmOf = ({ everyDays }: CaseFact<'ContactWishRecorded'>['data']): Span | 'none' =>
  everyDays === undefined ? 'none' : { clock: 'CALENDAR_DAYS', amount: everyDays };

const resting = (known: Known, rests: boolean | undefined): Known => (rests ? { ...known, rests } : known);
const takenUp = (_: unknown, known: Known): Known => ({ ...known, rests: false });

const withoutMajority = ({ majorityAt: _, ...known }: Known): Known => known;

/** Remembers what the clocks of a case have to know of its earlier events. */
export const known: Memory<ResolutionCaseFact, Known> = {
  initial: { rests: false, closed: false, judged: false, billSettled: false, recheckOwed: false },
  after: {
    CasePlacedOnHold: (event, before) => resting(before, heldByWish.CasePlacedOnHold(event)),
    SuitFiled: (_, before) => resting(before, true),
    ClaimReceived: (event, before) => resting(before, goesOutside.ClaimReceived(event)),
    PatientDeclinedProgram: (event, before) => resting(before, programDeclined.PatientDeclinedProgram(event)),
    ResolutionCaseClosed: (_, before) => ({ ...resting(before, true), closed: true }),
    CaseResumed: takenUp,
    CaseReturnedFromOutside: takenUp,
    ResolutionCaseReopened: (event, before) => ({
      ...takenUp(event, before),
      judged: false,
      closed: false,
    }),
    CareDeterminationMade: ({ data }, before) => ({ ...before, judged: data.determination !== 'undetermined' }),
    DeterminationRevised: (_, before) => ({ ...before, judged: false }),
    BillingHoldPlaced: (_, before) => ({ ...before, billSettled: true }),
    BillingWaived: (_, before) => ({ ...before, billSettled: true }),
    ResolutionCaseAbsorbed: ({ data }, before) => ({ ...before, billSettled: before.billSettled || data.billHeld }),
    ContactWishRecorded: ({ data }, before) => ({ ...before, rhythm: rhythmOf(data) }),
    OfferMade: ({ data }, before) => ({ ...before, offer: data.offer }),
    PatientMinorityRecorded: ({ data }, before) => ({ ...before, majorityAt: data.majorityAt }),
    PatientDeathNoted: (_, before) => withoutMajority(before),
    AuthorityRecheckRequired: (_, before) => ({ ...before, recheckOwed: true }),
    AuthorityRechecked: ({ data }, before) => {
      const { majorityAt = data.recheckedAt } = before;
      const looked = { ...before, recheckOwed: false };
      return majorityAt <= data.recheckedAt ? withoutMajority(looked) : looked;
    },
  },
};
