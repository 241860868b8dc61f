import { calendarOf, dueAt, type Span } from '#kernel/clocks';
import { type Recorded, streamId } from '#kernel/core';
import { projection } from '#kernel/readers';
import type { ConcernFact } from '../../concern/concern.events.js';
import { isFullAnswer } from '../../concern/full-answer.rules.js';
import { ConcernInboxRow } from './concern-inbox.row.js';
import { standingOf } from './next-steps.js';

type Line = Omit<ConcernInboxRow, 'org' | 'id'>;
type Told = Partial<Omit<Line, 'open' | 'dueAt'>>;

/** What its receipt starts (domain.md 7.6; 8.2: DL-19, DL-20, DL-21). */
const URGENT: Span = { clock: 'HOURS', amount: 1 };
const ACKNOWLEDGEMENT: Span = { clock: 'BUSINESS_DAYS', amount: 2 };
const GRIEVANCE: Span = { clock: 'CALENDAR_DAYS', amount: 7 };
const ANSWER: Span = { clock: 'CALENDAR_DAYS', amount: 30 };
const HOLIDAYS = calendarOf('us-federal');

/** A line with what changed, and where it now stands. What somebody here does says that they have read what was new. */
const moved = (
  line: Line | undefined,
  { revision, position, occurredAt, actor }: Recorded,
  changes: Told = {},
): Line | undefined =>
  line &&
  stand({
    ...line,
    ...(actor.kind === 'staff' && { newWords: false }),
    ...changes,
    lastMovedAt: occurredAt,
    revision,
    position,
  });

const stand = (line: Omit<Line, 'open' | 'dueAt'>): Line => ({ ...line, ...standingOf(line) });

/** What changes nothing that a line shows moves its revision. */
const goesOn = (event: Recorded, line: Line | undefined) => moved(line, event);

const heard = (event: Recorded, line: Line | undefined, from: 'submitter' | 'staff') =>
  moved(line, event, from === 'submitter' ? { newWords: true } : {});

export const concernInbox = projection<ConcernInboxRow, ConcernFact>({
  name: 'concerns.inbox',
  version: 1,
  row: ConcernInboxRow,
  key: ({ stream }) => streamId(stream),
  on: {
    ConcernSubmitted: ({ data, meta, occurredAt, revision, position }) => {
      const by = (span: Span) => dueAt(data.receivedAt, span, meta.zone ?? 'UTC', HOLIDAYS);
      const { channel, facilityId, unitId, language, category, anonymous, stillAtRisk, receivedAt } = data;
      return stand({
        status: 'submitted',
        channel,
        facilityId,
        unitId,
        language,
        category,
        kinds: [],
        grievance: false,
        anonymous,
        reachable: data.reachable && data.mayContact,
        stillAtRisk,
        quarantined: data.quarantine !== undefined,
        spamProposed: false,
        newWords: false,
        owed: [],
        outcomeUntold: false,
        answeredInFull: false,
        receivedAt,
        urgentDueAt: by(URGENT),
        acknowledgementDueAt: by(ACKNOWLEDGEMENT),
        grievanceDueAt: by(GRIEVANCE),
        answerDueAt: by(ANSWER),
        lastMovedAt: occurredAt,
        revision,
        position,
      });
    },
    // Under their code they come to look by themselves, also where they wish no contact.
    ConcernReceiptIssued: (event, line) => moved(line, event, { reachable: true }),
    ConcernSubmitterIdentified: (event, line) =>
      moved(line, event, { anonymous: false, reachable: true, newWords: true }),
    UrgentSafetyActionTaken: (event, line) => moved(line, event, { stillAtRisk: false }),
    ConcernAcknowledged: (event, line) => {
      if (!event.data.human) return goesOn(event, line);
      const acknowledgedAt = event.data.acknowledgedAt;
      return moved(line, event, { acknowledgedAt, ...(line?.status === 'submitted' && { status: 'acknowledged' }) });
    },
    ConcernClassified: (event, line) => {
      const { kinds, grievance } = event.data;
      return moved(line, event, { kinds, grievance });
    },
    ConcernTriaged: (event, line) => {
      const { severity, owner } = event.data;
      return moved(line, event, { status: 'triaged', severity, owner });
    },
    ConcernAssigned: (event, line) => moved(line, event, { owner: event.data.owner }),
    ConcernFollowUpStarted: (event, line) => moved(line, event, { status: 'in_follow_up' }),
    ConcernSupplemented: (event, line) => heard(event, line, event.data.from),
    ConcernMessageExchanged: (event, line) => heard(event, line, event.data.from),
    DelayNoticeSent: (event, line) => moved(line, event, { promisedAt: event.data.newDate }),
    ConcernResponded: (event, line) => {
      const { respondedAt, alsoTo = [] } = event.data;
      return moved(line, event, {
        ...(line?.status !== 'withdrawn' && { status: 'responded' }),
        respondedAt,
        outcomeUntold: false,
        answeredInFull: line?.answeredInFull || isFullAnswer(event.data),
        owed: (line?.owed ?? []).filter((id) => !alsoTo.includes(id)),
      });
    },
    ConcernClosed: (event, line) => moved(line, event, { status: 'closed', endedAt: event.occurredAt }),
    ConcernRedirected: (event, line) => moved(line, event, { status: 'redirected', endedAt: event.occurredAt }),
    ConcernWithdrawn: (event, line) => moved(line, event, { status: 'withdrawn', endedAt: event.occurredAt }),
    ConcernReopened: (event, line) =>
      moved(line, event, {
        status: 'in_follow_up',
        owner: line?.owner ?? event.data.reopenedBy,
        answeredInFull: false,
        endedAt: undefined,
      }),
    ConcernMerged: (event, line) =>
      moved(line, event, { status: 'merged', mergedInto: event.data.intoConcernId, endedAt: event.occurredAt }),
    ConcernAbsorbed: (event, line) => {
      const { fromConcernId, grievance } = event.data;
      return moved(line, event, { owed: [...(line?.owed ?? []), ...(grievance ? [fromConcernId] : [])] });
    },
    ConcernSpamProposed: (event, line) => moved(line, event, { spamProposed: true }),
    ConcernMarkedSpam: (event, line) => moved(line, event, { status: 'spam', endedAt: event.occurredAt }),
    ConcernCleared: (event, line) =>
      moved(line, event, {
        quarantined: false,
        spamProposed: false,
        ...(line?.status === 'spam' && { status: statusBefore(line), endedAt: undefined }),
      }),
    ConcernConvertedToSafetyEvent: (event, line) =>
      moved(line, event, { safetyEventId: event.data.safetyEventId, stillAtRisk: false }),
    SafetyEventOutcomeNoted: (event, line) => moved(line, event, { outcomeUntold: true }),
    ConcernIdentityDisclosedByConsent: goesOn,
  },
});

/** Spam is found before anybody follows up: what was triaged has its severity, what was acknowledged its time. */
const statusBefore = ({ severity, acknowledgedAt }: Line): Line['status'] => {
  if (severity) return 'triaged';
  return acknowledgedAt ? 'acknowledged' : 'submitted';
};
