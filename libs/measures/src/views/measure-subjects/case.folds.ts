import { type Recorded, streamId } from '#kernel/core';
import type { Projection } from '#kernel/readers';
import type { ResolutionCaseFact } from '#resolution/contracts';
import type { SubjectCase } from '../../subject/safety-event.js';
import { first, type Told } from '../../subject/told.js';
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

/** One contact more. */
const reached = ({ contacts = [] }: SubjectCase, contact: Told): Pick<SubjectCase, 'contacts'> => ({
  contacts: [...contacts, contact],
});

/** A liaison counts from when the patient can reach them. */
const named = (
  { liaison }: SubjectCase,
  event: Recorded<Extract<ResolutionCaseFact, { type: 'LiaisonAssigned' | 'LiaisonChanged' }>>,
): Partial<SubjectCase> => (event.data.contactGiven ? { liaison: first(liaison, told(event)) } : {});

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
    ofCase(event, row, (known) => ({
      ...reached(known, told(event, event.data.heldAt)),
      talked: first(known.talked, told(event, event.data.heldAt)),
    })),
  FollowUpCommunicationHeld: (event, row) =>
    ofCase(event, row, (known) => reached(known, told(event, event.data.heldAt))),
  PatientQuestionAnswered: (event, row) =>
    ofCase(event, row, (known) => reached(known, told(event, event.data.answeredAt))),
  ReasonableCareExplained: (event, row) =>
    ofCase(event, row, (known) => reached(known, told(event, event.data.explainedAt))),
  FindingsSharedWithPatient: (event, row) =>
    ofCase(event, row, (known) => ({
      ...reached(known, told(event, event.data.sharedAt)),
      findings: first(known.findings, told(event, event.data.sharedAt)),
    })),
  ContactWishRecorded: (event, row) =>
    ofCase(event, row, ({ wishes = [] }) => {
      const { everyDays, statedAt } = event.data;
      return { wishes: [...wishes, { ...told(event, statedAt), ...(everyDays !== undefined && { everyDays }) }] };
    }),
  LiaisonAssigned: (event, row) => ofCase(event, row, (known) => named(known, event)),
  LiaisonChanged: (event, row) => ofCase(event, row, (known) => named(known, event)),
  DisclosureExceptionRecorded: (event, row) =>
    ofCase(event, row, (known) => {
      const { kind } = event.data;
      return { [kind]: known[kind] ?? told(event) };
    }),
  CaseResumed: (event, row) =>
    ofCase(event, row, ({ turns = [] }) => ({
      turns: [...turns, { ...told(event, event.data.resumedAt), turn: 'resumed' }],
    })),
  ResolutionReached: (event, row) => ofCase(event, row, ({ resolved }) => ({ resolved: first(resolved, told(event)) })),
  ResolutionCaseClosed: (event, row) => ofCase(event, row, ({ closed }) => ({ closed: first(closed, told(event)) })),
  ResolutionCaseMerged: (event, row) =>
    ofCase(event, row, () => ({ merged: { ...told(event, event.data.mergedAt), into: event.data.into } })),
  BillabilityEstablished: (event, row) =>
    ofCase(event, row, () => ({ charge: { billable: event.data.billable, position: event.position } })),
  BillingHoldPlaced: (event, row) =>
    ofCase(event, row, ({ held }) => ({ held: first(held, told(event, event.data.placedAt)) })),
};
