import type { Instant } from '#kernel/core';
import type { OffersCommand } from './offers.rules.js';
import type { Offer } from './offers.state.js';
import { anybody } from './probed.js';
import type { ActiveCase, Asking, Probes } from './resolution-case.rules.js';

type ByPerson = Exclude<OffersCommand, { type: 'ExpireOffer' }>; // a clock asks for that

/** An id that no offer has. */
const NEXT_OFFER = '00000000-0000-4000-8000-000000000000';

const soonAfter = (at: Instant): Instant => new Date(Date.parse(at) + 1).toISOString();

const earlier = (one: Instant, other: Instant): Instant => (one.localeCompare(other) < 0 ? one : other);

/** What may be offered whatever else is: it costs nothing. */
const smallest = (offer: string, { at }: Asking) => ({
  offer,
  components: ['memorial'] as const,
  terms: 'A memorial.',
  releaseRequired: false,
  validUntil: soonAfter(at),
});

/** Something about the last offer, where there is one. */
const aboutLast =
  <T>(of: (current: Offer, resolutionCase: ActiveCase, asking: Asking) => readonly T[]) =>
  (resolutionCase: ActiveCase, asking: Asking): readonly T[] =>
    resolutionCase.offers.current ? of(resolutionCase.offers.current, resolutionCase, asking) : [];

/** Offers, answers and payments that would be worth trying. */
export const offersProbes: Probes<ByPerson> = {
  AdviseOfCounsel: (_, asking) => [{ ...asking, written: true, language: 'en' }],
  MakeOffer: (_, asking) => [{ ...asking, ...smallest(NEXT_OFFER, asking) }],
  ReviseOffer: aboutLast(({ offer }, _, asking) => [{ ...asking, ...smallest(offer, asking) }]),
  // signed now, or earlier while the offer was valid, by the patient or by anybody who stands for them
  AcceptOffer: aboutLast(({ offer, madeAt, validUntil }, { people }, asking) =>
    [earlier(asking.at, validUntil), madeAt].flatMap((at) => [
      { ...asking, offer, at },
      ...people.representatives.map(({ person }) => ({ ...asking, offer, person, at })),
    ]),
  ),
  DeclineOffer: aboutLast(({ offer }, resolutionCase, asking) =>
    anybody(resolutionCase).map((said) => ({ ...asking, ...said, offer, reason: 'not_said' })),
  ),
  WithdrawOffer: aboutLast(({ offer }, _, asking) => [{ ...asking, offer, reason: 'new_facts' }]),
  RecordCourtApproval: aboutLast(({ offer }, _, asking) => [{ ...asking, offer }]),
  RecordPayment: aboutLast(({ offer, cents = 0 }, _, asking) => [{ ...asking, offer, cents, reportable: false }]),
  FileNpdbReport: (_, asking) => [asking],
  FileMedicareReport: (_, asking) => [asking],
};
