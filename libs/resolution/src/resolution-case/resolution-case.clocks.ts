import { clockedStreams } from '#kernel/clocks';
import type { ResolutionCaseFact } from './resolution-case.events.js';

const identified = { ActivationRequested: ({ data }: { data: { identifiedAt: string } }) => data.identifiedAt };
const activated = { ResponseTeamActivated: ({ data }: { data: { activatedAt: string } }) => data.activatedAt };
const disclosed = { InitialDisclosureHeld: ({ data }: { data: { heldAt: string } }) => data.heldAt };
/** Who could not be told is no longer to be told within the hour (domain.md 2.2, rule 3: an exception). */
const excepted = { DisclosureExceptionRecorded: () => true };

/** The clocks of a resolution case (domain.md 8.2). Those of the first hour start when harm is identified (0.2, fact 1). */
export const resolutionCaseClocks = clockedStreams<ResolutionCaseFact>({
  category: 'resolution-case',
  owners: { ResponseTeamActivated: ({ data }) => data.owner, CaseHandedOver: ({ data }) => data.to },
  ends: { ActivationWithdrawn: () => true, ResolutionCaseTransferred: () => true, ResolutionCaseMerged: () => true },
  rules: [
    { kind: 'DL-02', starts: identified, stops: activated },
    { kind: 'DL-03', starts: identified, stops: disclosed, cancels: excepted },
    { kind: 'DL-04', starts: identified, stops: disclosed, cancels: excepted },
    {
      kind: 'DL-06',
      starts: {
        ResponseTeamActivated: ({ data }) => (data.billable === 'no' ? undefined : data.activatedAt),
      },
      stops: { BillingHoldPlaced: ({ data }) => data.placedAt },
      cancels: { BillabilityEstablished: ({ data }) => data.billable === 'no' },
    },
    {
      kind: 'DL-17',
      starts: activated,
      // "undetermined" decides nothing: an outside review goes on
      stops: {
        CareDeterminationMade: ({ data, occurredAt }) =>
          data.determination === 'undetermined' ? undefined : occurredAt,
      },
    },
    { kind: 'DL-18', starts: activated, stops: { ResolutionReached: ({ occurredAt }) => occurredAt } },
  ],
});
