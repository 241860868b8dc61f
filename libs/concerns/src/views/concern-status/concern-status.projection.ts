import { type Recorded, streamId } from '#kernel/core';
import { projection } from '#kernel/readers';
import type { ConcernFact } from '../../concern/concern.events.js';
import { ConcernStatusRow, type SaidToSubmitter, type Stage } from './concern-status.row.js';

type Kept = Omit<ConcernStatusRow, 'org' | 'id'>;
type Fact<T extends ConcernFact['type']> = Recorded<Extract<ConcernFact, { type: T }>>;

const moved = (row: Kept | undefined, { revision, position }: Recorded, changes: Partial<Kept>): Kept | undefined =>
  row && { ...row, ...changes, revision, position };

/** What each fact may say to the submitter: these fields, and none that is added to it later. */
const SHARED = {
  ConcernAcknowledged: ['message'],
  ConcernMessageExchanged: ['words'],
  DelayNoticeSent: ['reason'],
  ConcernResponded: ['contactPerson', 'steps', 'results', 'completedOn'],
  ConcernClosed: ['changeMade'],
} as const satisfies Record<SaidToSubmitter['type'], readonly string[]>;

const sharedOf = ({ type, data }: Fact<SaidToSubmitter['type']>): SaidToSubmitter['shared'] => {
  const told = data as Readonly<Record<string, SaidToSubmitter['shared'][string] | undefined>>;
  return Object.fromEntries(SHARED[type].flatMap((name) => (told[name] === undefined ? [] : [[name, told[name]]])));
};

/** What was said is added to what was said before; nothing is taken back. */
const said = <T extends SaidToSubmitter['type']>(
  row: Kept | undefined,
  event: Fact<T>,
  codes: Partial<Omit<SaidToSubmitter, 'eventId' | 'type' | 'shared'>>,
  changes: Partial<Kept> = {},
): Kept | undefined => {
  const { eventId, occurredAt } = event;
  const one: SaidToSubmitter = {
    eventId,
    type: event.type,
    at: occurredAt,
    from: 'staff',
    ...codes,
    shared: sharedOf(event as Fact<SaidToSubmitter['type']>),
  };
  return moved(row, event, { ...changes, said: [...(row?.said ?? []), one] });
};

const to =
  (stage: Stage, changes: Partial<Kept> = {}) =>
  (event: Recorded, row: Kept | undefined): Kept | undefined =>
    moved(row, event, { stage, ...changes });

/**
 * An allow-list: whatever a fact is not here for, or a field not named here, never comes near the submitter. Danger,
 * triage, doubts, the safety event and whom else it was told are not theirs to see here.
 */
export const concernStatus = projection<ConcernStatusRow, ConcernFact>({
  name: 'concerns.status',
  version: 1,
  row: ConcernStatusRow,
  key: ({ stream }) => streamId(stream),
  on: {
    ConcernSubmitted: ({ data: { receivedAt, language }, revision, position }) => ({
      stage: 'received',
      assigned: false,
      language,
      codes: [],
      receivedAt,
      said: [],
      revision,
      position,
    }),
    ConcernReceiptIssued: (event, row) => moved(row, event, { codes: [...(row?.codes ?? []), event.data.codeHash] }),
    ConcernAcknowledged: (event, row) => {
      const { human, channel } = event.data;
      const first = human && row?.stage === 'received';
      return human ? said(row, event, { channel }, first ? { stage: 'acknowledged' } : {}) : row;
    },
    ConcernTriaged: to('in_hand', { assigned: true }),
    ConcernSupplemented: (event, row) =>
      event.data.from === 'submitter' ? moved(row, event, { addedAt: event.occurredAt }) : row,
    ConcernMessageExchanged: (event, row) => {
      const { from, channel } = event.data;
      return said(row, event, { from, channel });
    },
    DelayNoticeSent: (event, row) => {
      const { newDate, channel } = event.data;
      return said(row, event, { newDate, channel });
    },
    ConcernResponded: (event, row) => {
      const { channel, alsoTo } = event.data;
      const stage = row?.stage === 'withdrawn' ? {} : { stage: 'answered' as const };
      return said(row, event, { channel, ...(alsoTo && { alsoTo }) }, stage);
    },
    ConcernClosed: (event, row) => said(row, event, { ending: event.data.ending }, { stage: 'closed' }),
    ConcernRedirected: to('elsewhere'),
    ConcernWithdrawn: to('withdrawn'),
    ConcernReopened: to('in_hand', { assigned: true }),
    ConcernMerged: (event, row) => moved(row, event, { stage: 'together', mergedInto: event.data.intoConcernId }),
  },
});
