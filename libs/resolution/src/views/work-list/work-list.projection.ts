import { calendarOf, dueAt, type Span } from '#kernel/clocks';
import { type Recorded, streamId } from '#kernel/core';
import { type Projection, projection } from '#kernel/readers';
import { asked, stageAfter } from '../../record/case.stage.js';
import { peopleOf, type Team, teamAfter } from '../../record/case.team.js';
import { type ResolutionCaseFact, resolutionCaseCatalogue } from '../../resolution-case/resolution-case.events.js';
import { dueAtOf } from './next-steps.js';
import { WorkListRow } from './work-list.row.js';

type Line = Omit<WorkListRow, 'org' | 'id'>;
type CaseEvent = Recorded<ResolutionCaseFact>;

/** What activation starts (domain.md 8.2: DL-06, DL-17, DL-18). */
const HOLD: Span = { clock: 'BUSINESS_DAYS', amount: 1 };
const DETERMINATION: Span = { clock: 'CALENDAR_DAYS', amount: 90 };
const RESOLUTION: Span = { clock: 'CALENDAR_DAYS', amount: 180 };
const HOLIDAYS = calendarOf('us-federal');

const due = (line: Omit<Line, 'dueAt'>): Line => ({ ...line, dueAt: dueAtOf(line) });

/** What has a type, as the rules have it: type and data belong together. */
const factOf = ({ type, data }: CaseEvent): ResolutionCaseFact => ({ type, data }) as ResolutionCaseFact;

const onTeam = ({ members, communicationLead, owner, liaison, contactGiven }: Line, fact: ResolutionCaseFact) => {
  const before = { members, contactGiven, communicationLead, owner, liaison } as Team;
  const team = teamAfter(before, fact);
  return { ...team, team: peopleOf(team) };
};

const windows = (event: CaseEvent, activatedAt: string): Partial<Line> => {
  const by = (span: Span) => dueAt(activatedAt, span, event.meta.zone ?? 'UTC', HOLIDAYS);
  return { activatedAt, holdDueAt: by(HOLD), determinationDueAt: by(DETERMINATION), resolutionDueAt: by(RESOLUTION) };
};

/** What a fact says of talks, bills and judging. */
const noted = (line: Line, event: CaseEvent): Partial<Line> => {
  const { type, data } = factOf(event);
  switch (type) {
    case 'ResponseTeamActivated':
      return { billable: data.billable, ...windows(event, data.activatedAt) };
    case 'DisclosureAttempted':
      return { attempts: line.attempts + 1 };
    case 'InitialDisclosureHeld':
      return { disclosedAt: data.heldAt, lastContactAt: data.heldAt, nextContactAt: data.nextContactAt };
    case 'FollowUpCommunicationHeld':
      return { lastContactAt: data.heldAt, nextContactAt: data.nextContactAt };
    case 'FindingsSharedWithPatient':
      return { lastContactAt: data.sharedAt };
    case 'ReasonableCareExplained':
      return { lastContactAt: data.explainedAt };
    case 'DisclosureExceptionRecorded':
      return { exception: data.kind };
    case 'BillabilityEstablished':
      return { billable: data.billable };
    case 'BillingHoldPlaced':
      return { hold: 'on' };
    case 'BillingHoldReleased':
      return { hold: 'released' };
    case 'BillingWaived':
      return { hold: 'waived' };
    case 'CriterionAssessed':
      return { criteria: [...new Set([...line.criteria, data.criterion])] };
    case 'CareDeterminationMade':
      return { determination: data.determination };
    case 'ResolutionReached':
      return { resolvedAt: event.occurredAt };
    case 'ResolutionCaseClosed':
      return { closedAt: event.occurredAt };
    default:
      return {};
  }
};

/** What a fact takes back: judging begins anew, and with a new cycle so does ending. */
const DROPPED: Readonly<Partial<Record<ResolutionCaseFact['type'], readonly (keyof Line)[]>>> = {
  DeterminationRevised: ['determination'],
  ResolutionCaseReopened: ['determination', 'resolvedAt', 'closedAt'],
};

const kept = (line: Line, type: ResolutionCaseFact['type']): Line => {
  const dropped = DROPPED[type];
  if (!dropped) return line;
  const left = Object.entries(line).filter(([name]) => !dropped.includes(name as keyof Line));
  return { ...(Object.fromEntries(left) as unknown as Line), criteria: [] };
};

/** A line with what a fact changes, and where it now stands. */
const moved = (event: CaseEvent, line: Line | undefined): Line | undefined => {
  if (!line) return undefined;
  const { revision, position, occurredAt: lastMovedAt } = event;
  const fact = factOf(event);
  return due({
    ...kept(line, fact.type),
    ...stageAfter(line, fact),
    ...onTeam(line, fact),
    ...noted(line, event),
    lastMovedAt,
    revision,
    position,
  });
};

const requested = ({ data, meta, occurredAt, revision, position }: CaseEvent & { type: 'ActivationRequested' }) => {
  const { safetyEventId, identifiedAt } = data as Extract<ResolutionCaseFact, { type: 'ActivationRequested' }>['data'];
  return due({
    safetyEventId,
    ...asked,
    facilityId: meta.facility,
    zone: meta.zone,
    contactGiven: false,
    members: [],
    team: [],
    hold: 'none',
    identifiedAt,
    requestedAt: occurredAt,
    attempts: 0,
    criteria: [],
    lastMovedAt: occurredAt,
    revision,
    position,
  });
};

export const workList = projection<WorkListRow, ResolutionCaseFact>({
  name: 'resolution.work-list',
  version: 2,
  row: WorkListRow,
  key: ({ stream }) => streamId(stream),
  on: {
    ...(Object.fromEntries(resolutionCaseCatalogue.map(({ type }) => [type, moved])) as Projection<
      WorkListRow,
      ResolutionCaseFact
    >['on']),
    ActivationRequested: requested,
  },
});
