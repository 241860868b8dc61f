import { calendarOf, dueAt, type Span } from '#kernel/clocks';
import { type Recorded, streamId } from '#kernel/core';
import { projection } from '#kernel/readers';
import type { ResolutionCaseFact } from '../../resolution-case/resolution-case.events.js';
import { dueAtOf } from './next-steps.js';
import { WorkListRow } from './work-list.row.js';

type Line = Omit<WorkListRow, 'org' | 'id'>;

/** What activation starts (domain.md 8.2: DL-06, DL-17, DL-18). */
const HOLD: Span = { clock: 'BUSINESS_DAYS', amount: 1 };
const DETERMINATION: Span = { clock: 'CALENDAR_DAYS', amount: 90 };
const RESOLUTION: Span = { clock: 'CALENDAR_DAYS', amount: 180 };
const HOLIDAYS = calendarOf('us-federal');

/** A line with what changed, and where it now stands. */
const moved = (
  line: Line | undefined,
  { revision, position, occurredAt }: Recorded,
  changes: Partial<Line>,
): Line | undefined => line && due({ ...line, ...changes, lastMovedAt: occurredAt, revision, position });

const due = (line: Omit<Line, 'dueAt'>): Line => ({ ...line, dueAt: dueAtOf(line) });

const together = (team: readonly string[], ...more: readonly string[]): readonly string[] => [
  ...new Set([...team, ...more]),
];

export const workList = projection<WorkListRow, ResolutionCaseFact>({
  name: 'resolution.work-list',
  version: 1,
  row: WorkListRow,
  key: ({ stream }) => streamId(stream),
  on: {
    ActivationRequested: ({ data, meta, occurredAt, revision, position }) =>
      due({
        safetyEventId: data.safetyEventId,
        status: 'requested',
        facilityId: meta.facility,
        zone: meta.zone,
        contactGiven: false,
        team: [],
        hold: 'none',
        identifiedAt: data.identifiedAt,
        requestedAt: occurredAt,
        attempts: 0,
        criteria: [],
        lastMovedAt: occurredAt,
        revision,
        position,
      }),
    ActivationWithdrawn: (event, line) => moved(line, event, { status: 'withdrawn' }),
    ResponseTeamActivated: (event, line) => {
      const { members, owner, communicationLead, billable, activatedAt } = event.data;
      const by = (span: Span) => dueAt(activatedAt, span, event.meta.zone ?? 'UTC', HOLIDAYS);
      return moved(line, event, {
        status: 'activated',
        owner,
        communicationLead,
        team: together(members, owner),
        billable,
        activatedAt,
        holdDueAt: by(HOLD),
        determinationDueAt: by(DETERMINATION),
        resolutionDueAt: by(RESOLUTION),
      });
    },
    DisclosureAttempted: (event, line) =>
      moved(line, event, {
        ...(line?.status === 'activated' && { status: 'disclosing' }),
        attempts: (line?.attempts ?? 0) + 1,
      }),
    InitialDisclosureHeld: (event, line) => {
      const { heldAt, nextContactAt } = event.data;
      const waits = line?.status === 'activated' || line?.status === 'disclosing';
      return moved(line, event, { ...(waits && { status: 'reviewing' }), disclosedAt: heldAt, nextContactAt });
    },
    DisclosureExceptionRecorded: (event, line) =>
      moved(line, event, { status: 'reviewing', exception: event.data.kind }),
    LiaisonAssigned: (event, line) => {
      const { liaison, contactGiven } = event.data;
      return moved(line, event, { liaison, contactGiven, team: together(line?.team ?? [], liaison) });
    },
    BillabilityEstablished: (event, line) => moved(line, event, { billable: event.data.billable }),
    BillingHoldPlaced: (event, line) => moved(line, event, { hold: 'on' }),
    BillingHoldReleased: (event, line) => moved(line, event, { hold: 'released' }),
    DeterminationOpened: (event, line) => moved(line, event, { status: 'determining' }),
    CriterionAssessed: (event, line) =>
      moved(line, event, { criteria: [...new Set([...(line?.criteria ?? []), event.data.criterion])] }),
    CareDeterminationMade: (event, line) => moved(line, event, { determination: event.data.determination }),
    ReasonableCareExplained: (event, line) => moved(line, event, { status: 'explained' }),
    ResolutionReached: (event, line) => moved(line, event, { status: 'resolved', resolvedAt: event.occurredAt }),
    ResolutionCaseClosed: (event, line) => moved(line, event, { status: 'closed', closedAt: event.occurredAt }),
    CaseHandedOver: (event, line) =>
      moved(line, event, { owner: event.data.to, team: together(line?.team ?? [], event.data.to) }),
  },
});
