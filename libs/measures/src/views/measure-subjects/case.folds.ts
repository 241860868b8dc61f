import { type Recorded, streamId } from '#kernel/core';
import type { Projection } from '#kernel/readers';
import type { ResolutionCaseFact } from '#resolution/contracts';
import type { SubjectCase } from '../../subject/safety-event.js';
import { first } from '../../subject/told.js';
import type { MeasureSubjectRow, SubjectRow } from './measure-subject.row.js';
import { ofSafetyEvent, told } from './row-of.js';

/** What a fact of a case changes in it. */
export const ofCase = (
  event: Recorded,
  row: SubjectRow | undefined,
  change: (known: SubjectCase) => Partial<SubjectCase>,
): SubjectRow | undefined =>
  ofSafetyEvent(event, row, ({ cases }) => {
    const id = streamId(event.stream);
    const known = cases[id] ?? {};
    return { cases: { ...cases, [id]: { ...known, ...change(known) } } };
  });

/** What the measures learn from the facts of resolution cases. */
export const caseFolds: Projection<MeasureSubjectRow, ResolutionCaseFact>['on'] = {
  ActivationRequested: (event, row) => ofCase(event, row, () => ({ withdrawn: undefined })), // anew, after it was taken back
  ActivationWithdrawn: (event, row) => ofCase(event, row, () => ({ withdrawn: told(event) })),
  ResponseTeamActivated: (event, row) =>
    ofCase(event, row, ({ activated }) => ({
      activated: first(activated, told(event, event.data.activatedAt)),
      charge: { billable: event.data.billable, position: event.position },
    })),
  InitialDisclosureHeld: (event, row) =>
    ofCase(event, row, ({ talked }) => ({ talked: first(talked, told(event, event.data.heldAt)) })),
  DisclosureExceptionRecorded: (event, row) =>
    ofCase(event, row, ({ unable }) => (event.data.kind === 'unable' ? { unable: unable ?? told(event) } : {})),
  BillabilityEstablished: (event, row) =>
    ofCase(event, row, () => ({ charge: { billable: event.data.billable, position: event.position } })),
  BillingHoldPlaced: (event, row) =>
    ofCase(event, row, ({ held }) => ({ held: first(held, told(event, event.data.placedAt)) })),
};
