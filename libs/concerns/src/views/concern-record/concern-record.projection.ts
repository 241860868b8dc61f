import { type Recorded, streamId } from '#kernel/core';
import { projection, withFact } from '#kernel/readers';
import type { ConcernFact } from '../../concern/concern.events.js';
import { ConcernRecordRow } from './concern-record.row.js';

type Kept = Omit<ConcernRecordRow, 'org' | 'id'>;

const added = (event: Recorded<ConcernFact>, row: Kept | undefined): Kept | undefined =>
  row && { ...row, ...withFact(event, row.facts) };

const owned = (event: Recorded<ConcernFact>, row: Kept | undefined, owner: string): Kept | undefined => {
  const kept = added(event, row);
  return kept && { ...kept, owner };
};

export const concernRecord = projection<ConcernRecordRow, ConcernFact>({
  name: 'concerns.record',
  version: 1,
  row: ConcernRecordRow,
  key: ({ stream }) => streamId(stream),
  on: {
    ConcernSubmitted: (event) => withFact<ConcernFact>(event),
    ConcernReceiptIssued: added,
    ConcernSubmitterIdentified: added,
    ConcernIdentityDisclosedByConsent: added,
    UrgentSafetyActionTaken: added,
    ConcernAcknowledged: added,
    ConcernClassified: added,
    ConcernTriaged: (event, row) => owned(event, row, event.data.owner),
    ConcernAssigned: (event, row) => owned(event, row, event.data.owner),
    ConcernFollowUpStarted: added,
    ConcernSupplemented: added,
    ConcernMessageExchanged: added,
    DelayNoticeSent: added,
    ConcernResponded: added,
    ConcernClosed: added,
    ConcernRedirected: added,
    ConcernWithdrawn: added,
    ConcernReopened: (event, row) => owned(event, row, row?.owner ?? event.data.reopenedBy),
    ConcernMerged: added,
    ConcernAbsorbed: added,
    ConcernSpamProposed: added,
    ConcernMarkedSpam: added,
    ConcernCleared: added,
    ConcernConvertedToSafetyEvent: added,
    SafetyEventOutcomeNoted: added,
  },
});
