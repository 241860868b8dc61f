import { randomBytes, randomUUID } from 'node:crypto';
import type { Instant } from '#kernel/core';
import { Appender, Bell, type Envelope, Log, Placements, Streams } from '#kernel/ledger';
import { SystemClock, TimeOrderedIds } from '#kernel/platform';
import { KeyRing, Lookups, MasterKey, SealingCodec } from '#kernel/privacy';
import { type FreshDatabase, freshDatabase } from '../../../../test/support/index.js';
import { AbsorbDuplicate } from '../commands/absorb-duplicate/absorb-duplicate.command.js';
import { AbsorbDuplicateHandler } from '../commands/absorb-duplicate/absorb-duplicate.handler.js';
import { LinkCase } from '../commands/link-case/link-case.command.js';
import { LinkCaseHandler } from '../commands/link-case/link-case.handler.js';
import { MergeSafetyEvents } from '../commands/merge-safety-events/merge-safety-events.command.js';
import { MergeSafetyEventsHandler } from '../commands/merge-safety-events/merge-safety-events.handler.js';
import { NoteCaseEnd } from '../commands/note-case-end/note-case-end.command.js';
import { NoteCaseEndHandler } from '../commands/note-case-end/note-case-end.handler.js';
import { ReleaseDuplicate } from '../commands/release-duplicate/release-duplicate.command.js';
import { ReleaseDuplicateHandler } from '../commands/release-duplicate/release-duplicate.handler.js';
import { requireReview } from './follow-up.examples.js';
import { type SafetyEventCommand, safetyEventDecider } from './safety-event.decider.js';
import { safetyEventCatalogue } from './safety-event.events.js';
import { anasCase, reportFall, rosa, voidFall } from './safety-event.examples.js';

class SilentBell extends Bell {
  ring(): void {}
}

const org = randomUUID();
const clock = new SystemClock();
const master = new MasterKey(randomBytes(32));
const lookups = new Lookups(master);
let db: FreshDatabase;
let streams: Streams;
let log: Log;
let appender: Appender;
let merging: MergeSafetyEventsHandler;
let absorbing: AbsorbDuplicateHandler;
let releasing: ReleaseDuplicateHandler;

beforeAll(async () => {
  db = await freshDatabase();
  await new Placements(db.api).place(org);
  log = new Log(db.api, safetyEventCatalogue);
  appender = new Appender(db.api, clock, new SilentBell());
  const codec = new SealingCodec(db.api, new KeyRing(master), safetyEventCatalogue);
  streams = new Streams(log, appender, codec, clock, new TimeOrderedIds());
  merging = new MergeSafetyEventsHandler(streams, db.api, lookups);
  absorbing = new AbsorbDuplicateHandler(streams);
  releasing = new ReleaseDuplicateHandler(streams);
});
afterAll(async () => {
  await appender.close();
  await db.close();
});

const envelope = (more: Partial<Envelope> = {}): Envelope => ({
  org,
  actor: { kind: 'staff', id: rosa, role: 'risk-manager' },
  commandId: randomUUID(),
  requestHash: randomBytes(32),
  correlationId: randomUUID(),
  ...more,
});
const does = (id: string, command: SafetyEventCommand, more: Partial<Envelope> = {}) =>
  streams.decide(safetyEventDecider, id, command, envelope(more));
const reported = async (patientRef = 'MRN-0042'): Promise<string> => {
  const id = randomUUID();
  const command = { ...reportFall, data: { ...reportFall.data, patientRef } } as SafetyEventCommand;
  await does(id, command, { lookups: [{ scope: 'record-number', value: patientRef }] });
  return id;
};
const merge = (id: string, intoEventId: string) =>
  merging.execute(new MergeSafetyEvents(id, { intoEventId, matchBasis: ['time'] }, envelope()));
const absorb = (id: string, fromEventId: string, more: Partial<Envelope> = {}) =>
  absorbing.execute(new AbsorbDuplicate(id, { fromEventId }, envelope(more)));
const typesOf = async (id: string) =>
  (await log.stream(org, `safety-event-${id}`)).events.map(({ type }) => type as string);

describe('a merge into what ends before it hears of it', () => {
  it('is undone by itself, once', async () => {
    const [first, second] = [await reported(), await reported()];
    await merge(second, first);
    await does(first, voidFall);
    const again = { commandId: randomUUID() };
    await absorb(first, second, again);
    await absorb(first, second, again);
    expect(await typesOf(second)).toEqual(['SafetyEventReported', 'SafetyEventMerged', 'SafetyEventUnmerged']);
    expect(await typesOf(first)).toEqual(['SafetyEventReported', 'SafetyEventVoided']);
  });
});

describe('a merge that was undone before the other one heard of it', () => {
  it('leaves no trace there', async () => {
    const [first, second] = [await reported(), await reported()];
    await merge(second, first);
    await does(second, { type: 'TakeMergeBack', data: {} });
    await absorb(first, second);
    await releasing.execute(new ReleaseDuplicate(first, { fromEventId: second }, envelope()));
    expect(await typesOf(first)).toEqual(['SafetyEventReported']);
  });
});

describe('what is noted of the case of a merged one', () => {
  it('is written down where it goes on, through a chain of merges', async () => {
    const ids = [await reported(), await reported(), await reported()] as const;
    const [first, second, third] = ids;
    await new LinkCaseHandler(streams).execute(new LinkCase(third, { caseId: anasCase }, envelope()));
    await merge(third, second);
    await absorb(second, third);
    await merge(second, first);
    await absorb(first, second);
    expect(await typesOf(first)).toEqual(['SafetyEventReported', 'DuplicateAbsorbed', 'CaseLinked']);
    const note = new NoteCaseEnd(third, { caseId: anasCase, end: 'withdrawn' }, envelope());
    await new NoteCaseEndHandler(streams).execute(note);
    expect((await typesOf(first)).at(-1)).toBe('CaseEndNoted');
    expect((await typesOf(third)).at(-1)).toBe('SafetyEventMerged');
  });
});

describe('record numbers', () => {
  it('tell patients apart, however they are written', async () => {
    const [ours, same, theirs] = [await reported('MRN 0042'), await reported('mrn-0042'), await reported('MRN-7')];
    await merge(same, ours);
    await expect(merge(theirs, ours)).rejects.toMatchObject({ code: 'safety-event/other-patient' });
  });

  it('are told of their own organization only', async () => {
    const id = await reported('MRN-9');
    const keysOf = (where: string) =>
      db.api.inOrg(where, (tx) => lookups.keysOf(tx, where, 'record-number', `safety-event-${id}`));
    expect(await keysOf(org)).toEqual([expect.stringMatching(/^[0-9a-f]{64}$/)]);
    expect(await keysOf(randomUUID())).toEqual([]);
  });
});

describe('what is entered late (INV-02)', () => {
  const at = (minutes: number): Instant => new Date(Date.now() + minutes * 60_000).toISOString();
  const DAY = 24 * 60;
  const late = { reasonCode: 'found-late' };
  it.each<[string, number, Envelope['meta'], string]>([
    ['from the future', 6, undefined, 'envelope/in-the-future'],
    ['after more than a day without a reason', -DAY - 1, undefined, 'envelope/late-without-reason'],
    ['after more than 30 days without a second person', -30 * DAY - 1, late, 'envelope/late-without-approver'],
    ['approved by whoever enters it', -30 * DAY - 1, { ...late, approver: rosa }, 'envelope/late-without-approver'],
  ])('is refused %s', async (_, minutes, meta, code) => {
    const id = await reported();
    const occurredAt = at(minutes);
    const more = { occurredAt, ...(meta && { meta }) };
    await expect(does(id, { ...requireReview, data: { ...requireReview.data } }, more)).rejects.toMatchObject({ code });
  });
});
