import { type ClockRule, clockedStreams } from '#kernel/clocks';
import { authorityClocks } from './authority.clocks.js';
import { contactGap } from './contact.clocks.js';
import { goesOutside, type Known, known, programDeclined } from './known.clocks.js';
import type { CaseFact, ResolutionCaseFact } from './resolution-case.events.js';
import { statutoryClocks } from './statutory.clocks.js';
import { FIRST } from './talks.state.js';

type Rule = ClockRule<ResolutionCaseFact, Known>;

const identified = { ActivationRequested: ({ data }: { data: { identifiedAt: string } }) => data.identifiedAt };
const activated = { ResponseTeamActivated: ({ data }: { data: { activatedAt: string } }) => data.activatedAt };
const disclosed = { InitialDisclosureHeld: ({ data }: { data: { heldAt: string } }) => data.heldAt };
/**
 * Who could not be told is no longer to be told within the hour (domain.md 2.2, rule 3: an exception); nor who does not
 * want to be, whether of this alone or of the whole program, nor who speaks by counsel.
 */
const excepted: Rule['cancels'] = {
  ...goesOutside,
  DisclosureExceptionRecorded: () => true,
  PatientDeclinedProgram: ({ data }) => data.scope !== 'review',
};
/** A new cycle has limits of its own, whatever became of those before; measures keep to the first (domain.md 8.16). */
const eachCycle = {
  ...activated,
  ResolutionCaseReopened: ({ data }: { data: CaseFact<'ResolutionCaseReopened'>['data'] }) => data.reopenedAt,
};

/** A conversation that does not stand in the chart yet. */
const note: Rule = {
  kind: 'DL-07',
  subject: {
    InitialDisclosureHeld: () => FIRST,
    FollowUpCommunicationHeld: ({ data }) => data.conversation,
    DisclosureDocumented: ({ data }) => data.conversation ?? FIRST,
  },
  starts: {
    InitialDisclosureHeld: ({ data }) => (data.documentedInChart ? undefined : data.heldAt),
    FollowUpCommunicationHeld: ({ data }) => (data.documentedInChart ? undefined : data.heldAt),
  },
  stops: { DisclosureDocumented: ({ data }) => data.documentedAt },
};

/** A promise is kept until its own day, by whoever took it on last: it outlives the case (INV-28). */
const promise: Rule = {
  kind: 'PR-01',
  subject: {
    PatientPromiseMade: ({ data }) => data.promise,
    PatientPromiseKept: ({ data }) => data.promise,
    PatientPromiseHandedOver: ({ data }) => data.promise,
    PatientPromiseTakenOver: ({ data }) => data.promise,
  },
  starts: { PatientPromiseMade: ({ data }) => data.madeAt, PatientPromiseTakenOver: ({ data }) => data.takenOverAt },
  within: {
    PatientPromiseMade: ({ data }) => ({ until: data.dueAt }),
    PatientPromiseTakenOver: ({ data }) => ({ until: data.dueAt }),
  },
  owners: {
    PatientPromiseMade: ({ data }) => data.owner,
    PatientPromiseTakenOver: ({ data }) => data.owner,
    PatientPromiseHandedOver: ({ data }) => data.to,
  },
  stops: { PatientPromiseKept: ({ data }) => data.keptAt },
};

/** The last offer, for what says nothing of any and ends it all the same. */
const lastOffer = (_: unknown, { offer }: Known): string | undefined => offer;

/** An offer stands until the day to which it is valid. With the talks it ends too: a new one is made after them. */
const offer: Rule = {
  kind: 'OF-01',
  subject: {
    OfferMade: ({ data }) => data.offer,
    OfferRevised: ({ data }) => data.offer,
    OfferAccepted: ({ data }) => data.offer,
    OfferDeclined: ({ data }) => data.offer,
    OfferWithdrawn: ({ data }) => data.offer,
    OfferExpired: ({ data }) => data.offer,
    SuitFiled: lastOffer,
    ClaimReceived: lastOffer,
    PatientDeclinedProgram: lastOffer,
    ResolutionReached: lastOffer,
  },
  starts: { OfferMade: ({ data }) => data.madeAt },
  within: { OfferMade: ({ data }) => ({ until: data.validUntil }) },
  stops: {
    OfferRevised: ({ data }) => data.revisedAt,
    OfferAccepted: ({ data }) => data.signedAt,
    OfferDeclined: ({ data }) => data.declinedAt,
    OfferWithdrawn: ({ occurredAt }) => occurredAt,
    OfferExpired: ({ data }) => data.expiredAt,
  },
  cancels: { ...goesOutside, ...programDeclined, ResolutionReached: () => true },
};

/**
 * The clocks of a resolution case (domain.md 8.2). Those of the first hour start when harm is identified (0.2, fact 1).
 *
 * A program that was declined still has to come to an end in time (DL-18), and what the law asks for, the billing hold,
 * notes and promises are owed as before; the first conversation, contacts, the determination and an offer are not, since
 * nobody may go on with them (8.8). A case that is handed to another organization is theirs with all its clocks, once
 * they have spoken with the patient: so `ResolutionCaseTransferred` says, and only it ends them (8.16).
 */
export const resolutionCaseClocks = clockedStreams<ResolutionCaseFact, Known>({
  category: 'resolution-case',
  remembers: known,
  owners: { ResponseTeamActivated: ({ data }) => data.owner, CaseHandedOver: ({ data }) => data.to },
  ends: {
    ActivationWithdrawn: () => true,
    ResolutionCaseMerged: () => true,
    ResolutionCaseTransferred: () => true,
  },
  rules: [
    { kind: 'DL-02', starts: identified, stops: activated },
    { kind: 'DL-03', starts: identified, stops: disclosed, cancels: excepted },
    { kind: 'DL-04', starts: identified, stops: disclosed, cancels: excepted },
    {
      kind: 'DL-06',
      starts: {
        ResponseTeamActivated: ({ data }) => (data.billable === 'no' ? undefined : data.activatedAt),
        // found to be due after all, when no bill is held
        BillabilityEstablished: ({ data, occurredAt }, { billSettled }) =>
          data.billable === 'yes' && !billSettled ? occurredAt : undefined,
      },
      stops: {
        BillingHoldPlaced: ({ data }) => data.placedAt,
        BillingWaived: ({ data }) => data.waivedAt,
        ResolutionCaseAbsorbed: ({ data }) => (data.billHeld ? data.absorbedAt : undefined),
      },
      cancels: { BillabilityEstablished: ({ data }) => data.billable === 'no' },
    },
    note,
    contactGap,
    {
      kind: 'DL-17',
      starts: {
        ...eachCycle,
        // judged anew, or at last, once the case is back with us
        DeterminationRevised: ({ occurredAt }) => occurredAt,
        CaseReturnedFromOutside: ({ data }, { judged }) => (judged ? undefined : data.returnedAt),
      },
      // "undetermined" decides nothing: an outside review goes on
      stops: {
        CareDeterminationMade: ({ data, occurredAt }) =>
          data.determination === 'undetermined' ? undefined : occurredAt,
      },
      cancels: {
        ...goesOutside,
        ...programDeclined,
        ResolutionReached: () => true,
        ResolutionCaseReopened: () => true,
      },
    },
    {
      kind: 'DL-18',
      starts: eachCycle,
      stops: { ResolutionReached: ({ occurredAt }) => occurredAt },
      cancels: { ResolutionCaseReopened: () => true },
    },
    ...statutoryClocks,
    promise,
    offer,
    ...authorityClocks,
  ],
});
