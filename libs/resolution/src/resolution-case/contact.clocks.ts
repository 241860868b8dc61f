import type { ClockRule, Span } from '#kernel/clocks';
import type { Instant } from '#kernel/core';
import { goesOutside, heldByWish, type Known, programDeclined, rhythmOf } from './known.clocks.js';
import type { CaseFact, ResolutionCaseFact } from './resolution-case.events.js';

/** A contact, unless nobody owes them the next one. */
const contact = (at: Instant, { rests, rhythm }: Known): Instant | undefined =>
  rests || rhythm === 'none' ? undefined : at;

/** Talk with the patient is taken up again: from then on it may not rest. */
const takenUp = (at: Instant, { rests, rhythm }: Known): Instant | undefined =>
  rests && rhythm !== 'none' ? at : undefined;

/** They asked us to wait, and said until when: that is when they hear from us again. */
const askedUntil = ({ reason, until }: CaseFact<'CasePlacedOnHold'>['data']): Instant | undefined =>
  reason === 'patient_wish' ? until : undefined;

/** What was declined for now is offered once more (domain.md 8.16). */
const isForNow = ({ scope, lasting }: CaseFact<'PatientDeclinedProgram'>['data']): boolean =>
  lasting === 'now' && scope !== 'review';

/** How often they wish to hear from us, where they have said. */
const wished = (_: unknown, { rhythm }: Known): Span | undefined => (rhythm === 'none' ? undefined : rhythm);

/**
 * DL-13: no gap between two contacts with the patient is longer than fourteen days, or than they wish (domain.md 1.3).
 * Each contact starts the next gap, from the first one on. A wish that is told later counts from the last contact. Where
 * they come to us, or asked us to wait, where talks go by counsel, or the program was declined or has ended, no gap is
 * counted; it is again from when the case is taken up, or another wish told. Who asked us to wait until a day hears from us
 * by then; who could not be told, or declined for now, is asked once more as if they had been told.
 */
export const contactGap: ClockRule<ResolutionCaseFact, Known> = {
  kind: 'DL-13',
  rolling: true,
  starts: {
    InitialDisclosureHeld: ({ data }, known) => contact(data.heldAt, known),
    FollowUpCommunicationHeld: ({ data }, known) => contact(data.heldAt, known),
    SupportOffered: ({ data }, known) => contact(data.offeredAt, known),
    PatientQuestionAnswered: ({ data }, known) => contact(data.answeredAt, known),
    FindingsSharedWithPatient: ({ data }, known) => contact(data.sharedAt, known),
    ReasonableCareExplained: ({ data }, known) => contact(data.explainedAt, known),
    ApologyGiven: ({ data }, known) => contact(data.givenAt, known),
    OfferMade: ({ data }, known) => contact(data.madeAt, known),
    DisclosureExceptionRecorded: ({ data, occurredAt }, known) =>
      data.kind === 'unable' ? contact(occurredAt, known) : undefined,
    CasePlacedOnHold: ({ data }) => (askedUntil(data) ? data.heldAt : undefined),
    PatientDeclinedProgram: ({ data }) => (isForNow(data) ? data.declinedAt : undefined),
    CaseResumed: ({ data }, known) => takenUp(data.resumedAt, known),
    CaseReturnedFromOutside: ({ data }, known) => takenUp(data.returnedAt, known),
    ResolutionCaseReopened: ({ data }, known) => takenUp(data.reopenedAt, known),
    ContactWishRecorded: ({ data }, { rests, rhythm }) =>
      rests || rhythm !== 'none' || data.everyDays === undefined ? undefined : data.statedAt,
  },
  within: {
    InitialDisclosureHeld: wished,
    FollowUpCommunicationHeld: wished,
    SupportOffered: wished,
    PatientQuestionAnswered: wished,
    FindingsSharedWithPatient: wished,
    ReasonableCareExplained: wished,
    ApologyGiven: wished,
    OfferMade: wished,
    DisclosureExceptionRecorded: wished,
    PatientDeclinedProgram: wished,
    CasePlacedOnHold: ({ data }) => {
      const until = askedUntil(data);
      return until === undefined ? undefined : { until };
    },
    CaseResumed: wished,
    CaseReturnedFromOutside: wished,
    ResolutionCaseReopened: wished,
    ContactWishRecorded: ({ data }, { rests }) => {
      const rhythm = rhythmOf(data);
      return rests || rhythm === 'none' ? undefined : rhythm; // they said until when we wait
    },
  },
  cancels: {
    ...goesOutside,
    ...programDeclined,
    ...heldByWish,
    ResolutionCaseClosed: () => true,
    ContactWishRecorded: ({ data }) => data.everyDays === undefined,
  },
  stops: {
    InitialDisclosureHeld: ({ data }, { rests }) => (rests ? data.heldAt : undefined),
    FollowUpCommunicationHeld: ({ data }, { rests }) => (rests ? data.heldAt : undefined),
  },
};
