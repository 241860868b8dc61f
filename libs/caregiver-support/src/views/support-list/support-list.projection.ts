import { type Instant, type Recorded, streamId } from '#kernel/core';
import { neededRef } from '#kernel/privacy';
import { projection } from '#kernel/readers';
import type { CaregiverSupportFact } from '../../caregiver-support/caregiver-support.events.js';
import { SupportRow } from './support.row.js';

type Line = Omit<SupportRow, 'org' | 'id'>;

/** A line with what changed. */
const moved = (
  line: Line | undefined,
  { revision, position }: Recorded,
  change: (line: Line) => Partial<Line>,
): Line | undefined => line && { ...line, ...change(line), revision, position };

/** What is entered late may have come first. */
const earlier = (known: Instant | undefined, next: Instant): Instant =>
  known !== undefined && known < next ? known : next;
const later = (known: Instant | undefined, next: Instant): Instant =>
  known !== undefined && known > next ? known : next;

/** Everybody who is owed support, with what was offered and answered. */
export const supportList = projection<SupportRow, CaregiverSupportFact>({
  name: 'caregiver-support.list',
  version: 2,
  row: SupportRow,
  key: ({ stream }) => streamId(stream),
  on: {
    CaregiverSupportOwed: (event) => ({
      staff: neededRef(event, 'staff'),
      facilityId: event.meta.facility,
      relation: event.data.relation,
      status: 'owed',
      offers: 0,
      identifiedAt: event.data.identifiedAt,
      contacts: 0,
      inError: false,
      revision: event.revision,
      position: event.position,
    }),
    CaregiverSupportOffered: (event, line) =>
      moved(line, event, ({ offers, firstOfferedAt, lastOfferedAt }) => ({
        status: 'offered',
        tier: event.data.tier,
        supporter: event.data.offeredBy,
        offers: offers + 1,
        firstOfferedAt: earlier(firstOfferedAt, event.data.offeredAt),
        lastOfferedAt: later(lastOfferedAt, event.data.offeredAt),
        endedAt: undefined,
      })),
    CaregiverSupportAccepted: (event, line) =>
      moved(line, event, () => ({ status: 'accepted', answer: 'accepted', answeredAt: event.data.acceptedAt })),
    CaregiverSupportDeclined: (event, line) =>
      moved(line, event, () => ({ status: 'declined', answer: 'declined', answeredAt: event.data.declinedAt })),
    CaregiverSupportContactHeld: (event, line) =>
      moved(line, event, ({ contacts, lastContactAt }) => ({
        contacts: contacts + 1,
        lastContactAt: later(lastContactAt, event.data.heldAt),
      })),
    CaregiverSupportEnded: (event, line) =>
      moved(line, event, ({ supporter }) => ({
        status: 'ended',
        supporter: event.data.reason === 'handed_on' ? undefined : supporter,
        endedAt: event.data.endedAt,
        inError: event.data.reason === 'entered_in_error',
      })),
  },
});
