import type { ConcernFact, ContactChannel } from '#concerns/contracts';
import type { Recorded } from '#kernel/core';
import type { Projection } from '#kernel/readers';
import type { ConcernSubject } from '../../subject/concern.js';
import { first } from '../../subject/told.js';
import type { MeasureSubjectRow } from './measure-subject.row.js';
import { begun, mergedInto, ofConcern, told } from './row-of.js';

type Submitted = Extract<ConcernFact, { type: 'ConcernSubmitted' }>;

const SPOKEN: readonly ContactChannel[] = ['phone', 'in_person'];

const submitted = (event: Recorded<Submitted>): ConcernSubject => {
  const { channel, language, category, receivedAt, reachable, stillAtRisk, quarantine } = event.data;
  return {
    kind: 'concern',
    zone: event.meta.zone ?? 'UTC',
    channel,
    language,
    ...(category && { category }),
    submitted: told(event),
    received: told(event, receivedAt),
    reachable,
    stillAtRisk,
    ...(quarantine && { quarantined: told(event) }),
    reopened: [],
  };
};

/** What the measures learn from the facts of a concern. */
export const concernFolds: Projection<MeasureSubjectRow, ConcernFact>['on'] = {
  ConcernSubmitted: (event, row) => row ?? begun(event, event.data.facilityId, submitted(event)),
  ConcernAcknowledged: (event, row) =>
    ofConcern(event, row, ({ acknowledged }) =>
      event.data.human ? { acknowledged: first(acknowledged, told(event, event.data.acknowledgedAt)) } : {},
    ),
  ConcernClassified: (event, row) =>
    ofConcern(event, row, ({ grievance }) => ({
      grievance: event.data.grievance ? (grievance ?? told(event)) : undefined,
    })),
  ConcernResponded: (event, row) =>
    ofConcern(event, row, ({ answered }) =>
      event.data.written ? { answered: first(answered, told(event, event.data.respondedAt)) } : {},
    ),
  DelayNoticeSent: (event, row) =>
    ofConcern(event, row, ({ delayed }) =>
      SPOKEN.includes(event.data.channel) ? {} : { delayed: delayed ?? told(event, event.data.sentAt) },
    ),
  UrgentSafetyActionTaken: (event, row) =>
    ofConcern(event, row, ({ acted }) => ({ acted: first(acted, told(event, event.data.takenAt)) })),
  ConcernConvertedToSafetyEvent: (event, row) =>
    ofConcern(event, row, ({ converted }) => ({ converted: converted ?? told(event) })),
  ConcernMerged: (event, row) => ofConcern(event, row, () => ({ merged: mergedInto(event, event.data.intoConcernId) })),
  ConcernMarkedSpam: (event, row) => ofConcern(event, row, () => ({ spam: told(event) })),
  ConcernCleared: (event, row) => ofConcern(event, row, () => ({ spam: undefined, quarantined: undefined })),
  ConcernRedirected: (event, row) => ofConcern(event, row, () => ({ redirected: told(event) })),
  ConcernWithdrawn: (event, row) => ofConcern(event, row, () => ({ withdrawn: told(event) })),
  ConcernReopened: (event, row) =>
    ofConcern(event, row, ({ reopened }) => ({
      reopened: [...reopened, told(event)],
      redirected: undefined,
      withdrawn: undefined,
    })),
};
