import { type Recorded, streamId } from '#kernel/core';
import { projection } from '#kernel/readers';
import type { ResolutionCaseFact } from '../../resolution-case/resolution-case.events.js';
import { CaseRow, KEPT, type RecordedFact } from './case.row.js';

type Kept = Omit<CaseRow, 'org' | 'id'>;

const factOf = (event: Recorded<ResolutionCaseFact>): RecordedFact =>
  Object.fromEntries(KEPT.map((name) => [name, event[name]])) as unknown as RecordedFact;

const added = (event: Recorded<ResolutionCaseFact>, row: Kept | undefined): Kept => ({
  facts: [...(row?.facts ?? []), factOf(event)],
  revision: event.revision,
  position: event.position,
});

export const resolutionCase = projection<CaseRow, ResolutionCaseFact>({
  name: 'resolution.case',
  version: 1,
  row: CaseRow,
  key: ({ stream }) => streamId(stream),
  on: {
    ActivationRequested: added,
    ActivationWithdrawn: added,
    ResponseTeamActivated: added,
    DisclosureAttempted: added,
    InitialDisclosureHeld: added,
    DisclosureExceptionRecorded: added,
    LiaisonAssigned: added,
    BillabilityEstablished: added,
    BillingHoldPlaced: added,
    BillingHoldReleased: added,
    DeterminationOpened: added,
    CriterionAssessed: added,
    CareDeterminationMade: added,
    ReasonableCareExplained: added,
    ResolutionReached: added,
    ResolutionCaseClosed: added,
    CaseHandedOver: added,
  },
});
