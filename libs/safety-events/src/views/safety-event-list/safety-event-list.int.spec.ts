import { randomUUID } from 'node:crypto';
import { secret } from '#kernel/core';
import { Listing, mia, read } from '../../lines/listing.examples.js';
import { fallTriaged, rosa, stMary } from '../../safety-event/safety-event.examples.js';
import { cursorAfter, seenBy } from './safety-event-list.order.js';
import { ListSafetyEvents, ListSafetyEventsHandler, type SafetyEventFilter } from './safety-event-list.query.js';

const lakeside = '0192a000-0000-7000-8000-000000000011';
const fourWest = '0192a000-0000-7000-8000-000000000012';
const at = (day: string, time = '12:00') => `2026-03-${day}T${time}:00.000Z`;
const time = (value: string) => ({ value, precision: 'minute' }) as const;

let listing: Listing;
let fall: string;
let pump: string;
let needle: string;
let twin: string;
let gone: string;

beforeAll(async () => {
  listing = await Listing.begin();
  fall = await listing.reported({ unitId: fourWest, harmReported: 'mild' }, at('02'));
  await listing.recorded(
    fall,
    at('03'),
    fallTriaged,
    { type: 'SafetyEventAssigned', data: { owner: mia, assignedBy: mia } },
    { type: 'HarmSeverityAssessed', data: { to: 'severe', basis: 'chart', assessedBy: mia } },
    {
      type: 'ReviewRequired',
      data: { method: 'rca2', trigger: 'sac_actual_3', requiredAt: at('03'), requiredBy: mia },
    },
  );
  pump = await listing.reported(
    {
      category: 'device',
      furtherCategories: ['medication'],
      eventClass: 'near_miss',
      facilityId: lakeside,
      flags: ['legal'],
      confidentiality: 'open',
      eventAt: time(at('01')),
    },
    at('04'),
  );
  needle = await listing.reported(
    { category: 'workforce', harmed: 'staff', workforce: { kind: 'sharps' }, reporter: mia, eventAt: time(at('03')) },
    at('05'),
  );
  await listing.recorded(needle, at('06'), {
    type: 'ReporterFeedbackGiven',
    data: { summary: secret('Safer needles are on order.'), channel: 'in_app', givenAt: at('06'), givenBy: mia },
  });
  twin = await listing.reported({}, at('06'));
  await listing.recorded(twin, at('07'), {
    type: 'SafetyEventMerged',
    data: { intoEventId: fall, matchBasis: ['time'], mergedBy: mia },
  });
  gone = await listing.reported({}, at('08'));
  await listing.recorded(gone, at('09'), {
    type: 'SafetyEventVoided',
    data: { reason: 'test', voidedBy: mia, patients: [] },
  });
  await listing.caughtUp();
});
afterAll(() => listing?.close());

const found = async (filter: Partial<SafetyEventFilter>, caller = listing.caller('safety-event.list')) => {
  const handler = new ListSafetyEventsHandler(listing.db.api);
  const { rows } = await handler.execute(new ListSafetyEvents({ limit: 50, ...filter }, caller, read));
  return rows.map(({ id }) => id);
};

describe('the search', () => {
  it.each<[Partial<SafetyEventFilter>, () => string[]]>([
    [{}, () => [gone, needle, pump, fall]],
    [{ standing: 'open' }, () => [needle, pump, fall]],
    [{ standing: 'ended' }, () => [gone]],
    [{ merged: 'true' }, () => [gone, twin, needle, pump, fall]],
    [{ status: 'merged' }, () => [twin]],
    [{ facilityId: lakeside }, () => [pump]],
    [{ facilityId: stMary, unitId: fourWest }, () => [fall]],
    [{ category: 'medication' }, () => [pump]],
    [{ category: 'device' }, () => [pump]],
    [{ eventClass: 'near_miss' }, () => [pump]],
    [{ harmed: 'staff', workforceKind: 'sharps' }, () => [needle]],
    [{ harm: 'severe' }, () => [fall]],
    [{ harmSeverity: 'moderate' }, () => [fall]],
    [{ harmReported: 'mild' }, () => [fall]],
    [{ harm: 'mild' }, () => []],
    [{ flag: 'legal' }, () => [pump]],
    [{ flag: 'media' }, () => []],
    [{ confidentiality: 'open' }, () => [pump]],
    [{ owner: mia }, () => [fall]],
    [{ mine: 'true' }, () => [fall]],
    [{ reviewRequired: 'true' }, () => [fall]],
    [{ reviewRequired: 'false', standing: 'open' }, () => [needle, pump]],
    [{ hasFeedback: 'true' }, () => [needle]],
    [{ hasFeedback: 'false', standing: 'open' }, () => [pump, fall]],
    [{ eventFrom: at('01'), eventBefore: at('02', '00:00') }, () => [pump]],
    [{ reportedFrom: at('04'), reportedBefore: at('05') }, () => [pump]],
    [{ order: 'oldest-event', standing: 'open' }, () => [pump, fall, needle]],
    [{ order: 'severest', standing: 'open' }, () => [fall, needle, pump]],
  ])('by %j', async (filter, ids) => expect(await found(filter)).toEqual(ids()));

  it('shows reporters what they reported, and nobody another organization’s', async () => {
    expect(await found({}, listing.caller('safety-event.list', 'reporter', mia))).toEqual([needle]);
    expect(await found({}, listing.caller('safety-event.list', 'reporter', rosa))).toEqual([gone, pump, fall]);
    expect(await found({}, listing.caller('safety-event.list', 'risk-manager', mia, randomUUID()))).toEqual([]);
  });
});

describe('pages', () => {
  it.each(['newest', 'oldest-event', 'severest'] as const)(
    'go on where they ended, by %s, also among those that are alike',
    async (order) => {
      const alike = await Listing.begin();
      const moment = at('10');
      const ids = Array.from({ length: 7 }, () => randomUUID());
      for (const id of ids) await alike.reported({ eventAt: time(moment) }, moment, id);
      await alike.caughtUp();
      const handler = new ListSafetyEventsHandler(alike.db.api);
      const seen: string[] = [];
      for (let cursor: string | undefined, more = true; more; ) {
        const from = seenBy(cursor, order);
        const page = await handler.execute(
          new ListSafetyEvents({ limit: 2, order, ...(from && { from }) }, alike.caller('safety-event.list'), read),
        );
        seen.push(...page.rows.map(({ id }) => id));
        more = page.more;
        const last = page.rows.at(-1);
        cursor = last && cursorAfter(last, order);
      }
      const sorted = [...ids].sort();
      expect(seen).toEqual(order === 'oldest-event' ? sorted : sorted.reverse());
      await alike.close();
    },
  );

  it('refuse cursors that no list gave out', () => {
    const forged = (key: string) => Buffer.from(JSON.stringify([key, stMary])).toString('base64url');
    for (const key of ['9 2026-03-10T12:00:00.000Z', '3 2026-02-30T12:00:00.000Z', '3', '2026-03-10T12:00:00.000Z'])
      expect(() => seenBy(forged(key), 'severest')).toThrow('cursor is not one that this list gave out');
    expect(() => seenBy(forged('2026-02-30T12:00:00.000Z'), 'newest')).toThrow('cursor is not one');
  });
});
