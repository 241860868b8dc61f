import { type Decider, type DomainCommand, refuse, unreachable } from '#kernel/core';
import type { ErasureReason, SubjectEvent } from './subject.events.js';

export type RequestErasure = DomainCommand<
  'RequestErasure',
  { subject: string; reasonCode: ErasureReason; by: string }
>;
export type ApproveErasure = DomainCommand<
  'ApproveErasure',
  { subject: string; beside?: readonly string[]; by: string }
>;
export type PlaceLegalHold = DomainCommand<'PlaceLegalHold', { subject: string; matter: string; by: string }>;
export type ReleaseLegalHold = DomainCommand<'ReleaseLegalHold', { subject: string; matter: string; by: string }>;
export type SubjectCommand = RequestErasure | ApproveErasure | PlaceLegalHold | ReleaseLegalHold;

interface Request {
  readonly reasonCode: ErasureReason;
  readonly requestedBy: string;
}

/** What the rules of forgetting need to know; `holds` are the legal matters that forbid it for now. */
type Subject =
  | { readonly status: 'kept'; readonly holds: readonly string[]; readonly request?: Request }
  | { readonly status: 'erased' };

const decide = (command: SubjectCommand, state: Subject): readonly SubjectEvent[] => {
  const { subject, by } = command.data;
  switch (command.type) {
    case 'RequestErasure': {
      if (state.status === 'erased') return [];
      if (free(state).request) return []; // one request is enough, whoever made it
      const { reasonCode } = command.data;
      return [{ type: 'ErasureRequested', data: { subject, reasonCode, requestedBy: by } }];
    }
    case 'ApproveErasure': {
      if (state.status === 'erased') return [];
      const request = free(state).request ?? refuse('subject/not-requested', 'Nobody asked for this erasure.');
      if (request.requestedBy === by)
        return refuse('subject/needs-another-person', 'Who asks for an erasure cannot approve it.', 'by');
      const { beside = [] } = command.data;
      const erased = { subject, ...(beside.length > 0 && { beside }) };
      return [{ type: 'SubjectErased', data: { ...erased, ...request, approvedBy: by } }];
    }
    case 'PlaceLegalHold': {
      const { matter } = command.data;
      if (kept(state).holds.includes(matter)) return [];
      return [{ type: 'LegalHoldPlaced', data: { subject, matter, placedBy: by } }];
    }
    case 'ReleaseLegalHold': {
      const { matter } = command.data;
      if (!kept(state).holds.includes(matter)) return [];
      return [{ type: 'LegalHoldReleased', data: { subject, matter, releasedBy: by } }];
    }
    default:
      return unreachable(command);
  }
};

const kept = (state: Subject) =>
  state.status === 'kept' ? state : refuse('subject/erased', 'This subject was erased already.');

const free = (state: Subject) =>
  kept(state).holds.length === 0
    ? kept(state)
    : refuse('subject/under-legal-hold', 'A legal hold forbids erasing this subject.');

const evolve = (state: Subject, event: SubjectEvent): Subject => {
  if (state.status === 'erased') return state;
  switch (event.type) {
    case 'ErasureRequested': {
      const { reasonCode, requestedBy } = event.data;
      return { ...state, request: { reasonCode, requestedBy } };
    }
    case 'SubjectErased':
      return { status: 'erased' };
    case 'LegalHoldPlaced':
      return { ...state, holds: [...state.holds, event.data.matter] };
    case 'LegalHoldReleased':
      return { ...state, holds: state.holds.filter((matter) => matter !== event.data.matter) };
    default:
      return unreachable(event);
  }
};

/** Forgetting a person: asked for by one, approved by another, and by nobody while a court may want to read. */
export const subjectDecider: Decider<Subject, SubjectCommand, SubjectEvent> = {
  category: 'subject',
  initialState: { status: 'kept', holds: [] },
  decide,
  evolve,
};
