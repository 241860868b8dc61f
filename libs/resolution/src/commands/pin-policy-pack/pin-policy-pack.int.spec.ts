import { randomBytes, randomUUID } from 'node:crypto';
import { type AdoptedPack, ClockPolicies, DEFAULT_CALENDAR } from '#kernel/clocks';
import type { Instant } from '#kernel/core';
import {
  Appender,
  Bell,
  type Encoded,
  type Envelope,
  EventCodec,
  type EventToEncode,
  Log,
  Placements,
  Streams,
} from '#kernel/ledger';
import { TimeOrderedIds, ToldClock } from '#kernel/platform';
import { type FreshDatabase, freshDatabase } from '../../../../../test/support/index.js';
import { resolutionCaseDecider } from '../../resolution-case/resolution-case.decider.js';
import * as one from '../../resolution-case/resolution-case.examples.js';
import { PinPolicyPack } from './pin-policy-pack.command.js';
import { PinPolicyPackHandler } from './pin-policy-pack.handler.js';

class SilentBell extends Bell {
  ring(): void {}
}
class PlainCodec extends EventCodec {
  async encode(_: unknown, events: readonly EventToEncode[]): Promise<Encoded[]> {
    return events.map(({ event }) => ({ schemaVersion: 1, data: JSON.stringify(event.data) }));
  }
}
class Adopted extends ClockPolicies {
  packs: readonly AdoptedPack[] = [];
  asked: unknown;
  async policyOf(_org: string, facilityId: string | undefined) {
    this.asked = facilityId;
    return { own: [], calendar: DEFAULT_CALENDAR, packs: this.packs };
  }
}

const NOW = '2026-03-02T15:00:00.000Z';
const facility = '0192a000-0000-7000-8000-000000000010';

describe('pinning a policy pack', () => {
  let db: FreshDatabase;
  let streams: Streams;
  let appender: Appender;
  const org = randomUUID();
  const policies = new Adopted();

  const envelope = (): Envelope => ({
    org,
    actor: { kind: 'system', role: 'system' },
    commandId: randomUUID(),
    requestHash: randomBytes(32),
    correlationId: randomUUID(),
    meta: { facility, zone: 'America/Chicago' },
  });
  const activated = async (eventAt?: Instant): Promise<string> => {
    const id = randomUUID();
    const request = { ...one.request, data: { ...one.request.data, ...(eventAt && { eventAt }) } };
    await streams.decide(resolutionCaseDecider, id, request, envelope());
    await streams.decide(resolutionCaseDecider, id, one.activate, envelope());
    return id;
  };
  const pin = (id: string) =>
    new PinPolicyPackHandler(streams, policies).execute(new PinPolicyPack(id, NOW, envelope()));
  const lastOf = async (id: string) =>
    (await streams.asOf(resolutionCaseDecider, org, id)).events.map(({ type, data }) => ({ type, data })).at(-1);

  beforeAll(async () => {
    db = await freshDatabase();
    await new Placements(db.api).place(org);
    const clock = new ToldClock(NOW);
    appender = new Appender(db.api, clock, new SilentBell());
    streams = new Streams(new Log(db.api), appender, new PlainCodec(), clock, new TimeOrderedIds());
  });
  afterAll(async () => {
    await appender.close();
    await db.close();
  });

  it('changes nothing where none was adopted', async () => {
    const id = await activated();
    policies.packs = [];
    expect(await pin(id)).toMatchObject({ stream: `resolution-case-${id}`, revision: 2 });
    expect(await lastOf(id)).toMatchObject({ type: 'ResponseTeamActivated' });
    expect(policies.asked).toBe(facility);
  });

  it('pins the version of the day of the event where the case is, and none that is adopted after it', async () => {
    const ia = { jurisdiction: 'us-ia', since: NOW };
    policies.packs = [ia];
    // Still June 30th in Chicago, where the newer statute was not in force yet.
    const id = await activated('2020-07-01T04:59:00.000Z');
    await pin(id);
    const pinned = {
      type: 'PolicyPackPinned',
      data: { jurisdiction: 'us-ia', packVersion: '2015-1', knownAt: one.requested.data.identifiedAt },
    };
    expect(await lastOf(id)).toMatchObject(pinned);
    policies.packs = [ia, { jurisdiction: 'us-co', since: NOW }];
    expect(await pin(id)).toMatchObject({ revision: 3 });
    expect(await lastOf(id)).toMatchObject(pinned);
  });

  it('goes by the day on which harm was identified where that of the event is not told', async () => {
    policies.packs = [{ jurisdiction: 'us-ia', since: NOW }];
    const id = await activated();
    await pin(id);
    expect(await lastOf(id)).toMatchObject({ data: { packVersion: '2020-1' } });
  });
});
