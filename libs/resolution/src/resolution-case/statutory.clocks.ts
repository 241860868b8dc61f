import { type ClockRule, defaultPacks, type PolicyPack, packNamed, type Span } from '#kernel/clocks';
import type { Known } from './known.clocks.js';
import type { CaseFact, ResolutionCaseFact } from './resolution-case.events.js';

type Pinned = { readonly data: CaseFact<'PolicyPackPinned'>['data'] };
type Rule = ClockRule<ResolutionCaseFact, Known>;

/** A clock whose window the pinned pack names; where it names none, the law asks for nothing here. */
const byPack = (windowOf: (pack: PolicyPack) => Span | undefined): Pick<Rule, 'starts' | 'within'> => {
  const window = ({ data: { jurisdiction, packVersion } }: Pinned): Span | undefined => {
    const pack = packNamed(defaultPacks, jurisdiction, packVersion);
    return pack && windowOf(pack);
  };
  return {
    starts: { PolicyPackPinned: (event) => (window(event) ? event.data.knownAt : undefined) },
    within: { PolicyPackPinned: window },
  };
};

/**
 * What the law of the place asks for in time (domain.md 8.2, 8.3), by the pack that was pinned to the case. Neither a
 * hold, a suit nor the patient's own choice stops it: only that it is done, or that the case is another's. The window of
 * a candor notice is no duty: it is not waited for once the case is closed.
 */
export const statutoryClocks: readonly Rule[] = [
  {
    kind: 'DL-23',
    ...byPack(({ writtenDisclosure }) => writtenDisclosure?.value),
    stops: { StatutoryDisclosureSent: ({ data }) => data.sentAt },
  },
  {
    kind: 'DL-24',
    ...byPack(({ candorStatute }) => candorStatute?.value.noticeWindow),
    stops: { CandorNoticeSent: ({ data }) => data.sentAt },
    cancels: { ResolutionCaseClosed: () => true },
  },
  {
    kind: 'DL-29',
    ofRole: true, // that a payment is reported is counsel's part: a case may be a liaison's
    starts: { PaymentMade: ({ data }) => (data.reportable ? data.paidAt : undefined) },
    stops: { NpdbReportFiled: ({ data }) => data.filedAt },
  },
];
