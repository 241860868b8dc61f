import { recorded } from '#kernel/readers/testing';
import type { CaregiverSupportFact } from '../../caregiver-support/caregiver-support.events.js';
import {
  accepted,
  answeredAt,
  declined,
  ended,
  fall,
  met,
  offered,
  offeredAt,
  omar,
  owed,
  sam,
} from '../../caregiver-support/caregiver-support.examples.js';
import { supportList } from './support-list.projection.js';

type Fold = (event: unknown, line: unknown) => object | undefined;
const SEALED = 'v1.a.b.c';

const lineAfter = (...facts: readonly CaregiverSupportFact[]) =>
  facts.reduce<object | undefined>((line, fact, at) => {
    const data = fact.type === 'CaregiverSupportOwed' ? { ...fact.data, staff: { sealed: SEALED } } : fact.data;
    const event = recorded({ ...fact, data } as never, {
      revision: at + 1,
      position: at + 7,
      meta: { facility: fall },
    });
    return (supportList.on[fact.type] as Fold)(event, line);
  }, undefined);

it('begins as owed, with the person sealed', () => {
  const line = lineAfter(owed);
  expect(line).toMatchObject({ status: 'owed', offers: 0, contacts: 0, facilityId: fall, revision: 1, position: 7 });
  expect(JSON.stringify(line)).toContain(SEALED);
  expect(JSON.stringify(line)).not.toContain(omar);
  expect(JSON.stringify(line)).not.toContain(owed.data.staffHash);
});

it('follows offers, answers and contacts', () => {
  expect(lineAfter(owed, offered())).toMatchObject({ status: 'offered', offers: 1, firstOfferedAt: offeredAt });
  expect(lineAfter(owed, offered(), declined)).toMatchObject({ status: 'declined', answer: 'declined' });
  const line = lineAfter(owed, offered(), declined, offered('referral_network'), accepted, met, met);
  expect(line).toMatchObject({ status: 'accepted', tier: 'referral_network', offers: 2, answer: 'accepted' });
  expect(line).toMatchObject({ contacts: 2, lastContactAt: answeredAt, position: 13 });
});

it('keeps the first offer, also when it is entered last', () => {
  const before = '2026-03-02T10:00:00.000Z';
  const first = { ...offered(), data: { ...offered().data, offeredAt: before } };
  expect(lineAfter(owed, offered(), first)).toMatchObject({ firstOfferedAt: before, lastOfferedAt: offeredAt });
});

it('is given by whoever offered it last, until they hand it on', () => {
  const other = { ...offered(), data: { ...offered().data, offeredBy: omar } };
  expect(lineAfter(owed)).toMatchObject({ status: 'owed' });
  expect(lineAfter(owed)).not.toHaveProperty('supporter');
  expect(lineAfter(owed, offered(), declined)).toMatchObject({ supporter: sam });
  expect(lineAfter(owed, offered(), other)).toMatchObject({ supporter: omar });
  expect(lineAfter(owed, offered(), accepted, ended())).toMatchObject({ supporter: sam });
  expect(lineAfter(owed, offered(), accepted, ended('handed_on'))).toMatchObject({ supporter: undefined });
});

it('ends, and says where it should never have been', () => {
  expect(lineAfter(owed, offered(), ended())).toMatchObject({ status: 'ended', endedAt: answeredAt, inError: false });
  expect(lineAfter(owed, ended('entered_in_error'))).toMatchObject({ status: 'ended', inError: true });
});

it('knows nothing of a stream whose beginning it has not seen', () => expect(lineAfter(offered())).toBeUndefined());
