import { randomBytes, randomUUID } from 'node:crypto';
import { Members } from '#kernel/access';
import { Appender, Bell, type Envelope, Log, Placements, Streams } from '#kernel/ledger';
import { SystemClock, TimeOrderedIds } from '#kernel/platform';
import { KeyRing, Lookups, MasterKey, SealingCodec } from '#kernel/privacy';
import { type FreshDatabase, freshDatabase } from '../../../../test/support/index.js';
import { AbsorbCase } from '../commands/absorb-case/absorb-case.command.js';
import { AbsorbCaseHandler } from '../commands/absorb-case/absorb-case.handler.js';
import { MergeCase } from '../commands/merge-case/merge-case.command.js';
import { MergeCaseHandler } from '../commands/merge-case/merge-case.handler.js';
import { RequireCaseMerge } from '../commands/require-case-merge/require-case-merge.command.js';
import { RequireCaseMergeHandler } from '../commands/require-case-merge/require-case-merge.handler.js';
import { noon } from './course.examples.js';
import { resolutionCaseDecider } from './resolution-case.decider.js';
import { resolutionCaseCatalogue } from './resolution-case.events.js';
import { activate, request, rosa } from './resolution-case.examples.js';
import { lookupsOf } from './resolution-case.lookups.js';
import type { ActiveCase } from './resolution-case.rules.js';

class SilentBell extends Bell {
  ring(): void {}
}

class Nobody extends Members {
  rolesOf(): Promise<undefined> {
    return Promise.resolve(undefined);
  }

  async holdersOf() {
    return [];
  }
}

const org = randomUUID();
const clock = new SystemClock();
const master = new MasterKey(randomBytes(32));
const lookups = new Lookups(master);
let db: FreshDatabase;
let streams: Streams;
let log: Log;
let appender: Appender;
let merging: MergeCaseHandler;
let absorbing: AbsorbCaseHandler;
let requiring: RequireCaseMergeHandler;

beforeAll(async () => {
  db = await freshDatabase();
  await new Placements(db.api).place(org);
  log = new Log(db.api, resolutionCaseCatalogue);
  appender = new Appender(db.api, clock, new SilentBell());
  const codec = new SealingCodec(db.api, new KeyRing(master), resolutionCaseCatalogue);
  streams = new Streams(log, appender, codec, clock, new TimeOrderedIds());
  merging = new MergeCaseHandler(streams, new Nobody(), clock, db.api, lookups);
  absorbing = new AbsorbCaseHandler(streams);
  requiring = new RequireCaseMergeHandler(streams, db.api, lookups);
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
const requested = async (): Promise<string> => {
  const id = randomUUID();
  const asked = { ...request, data: { ...request.data, safetyEventId: randomUUID(), patient: randomUUID() } };
  await streams.decide(resolutionCaseDecider, id, asked, envelope());
  return id;
};
const begun = async (patientRef?: string): Promise<string> => {
  const id = await requested();
  const told = { ...(patientRef && { patientRef }) };
  const { patientRef: _, ...team } = activate.data;
  const command = { ...activate, data: { ...team, ...told } };
  await streams.decide(resolutionCaseDecider, id, command, envelope({ lookups: lookupsOf(told) }));
  return id;
};
const merge = (id: string, into: string) => merging.execute(new MergeCase(id, { into }, envelope()));
const absorb = (id: string, absorbed: string) =>
  absorbing.execute(new AbsorbCase(id, { absorbed, at: noon }, envelope()));
const require_ = (id: string, other: string) =>
  requiring.execute(new RequireCaseMerge(id, { with: other, at: noon }, envelope()));
const typesOf = async (id: string) =>
  (await log.stream(org, `resolution-case-${id}`)).events.slice(1).map(({ type }) => type as string);

describe('two cases', () => {
  it('of one record number, or of none that is known, ask for a person', async () => {
    const [first, second, third] = [await begun('MRN 0042'), await begun('mrn-0042'), await begun()];
    await require_(first, second);
    await require_(first, third);
    expect(await typesOf(first)).toEqual(['ResponseTeamActivated', 'CaseMergeRequired', 'CaseMergeRequired']);
  });
  it('of different patients do not, and are never merged', async () => {
    const [ours, theirs] = [await begun('MRN-0042'), await begun('MRN-0007')];
    await require_(ours, theirs);
    expect(await typesOf(ours)).toEqual(['ResponseTeamActivated']);
    await expect(merge(ours, theirs)).rejects.toMatchObject({ code: 'resolution-case/other-patient' });
  });
  it('do so while one of them waits for its team', async () => {
    const [waiting, other] = [await requested(), await begun()];
    await require_(waiting, other);
    expect(await typesOf(waiting)).toEqual(['CaseMergeRequired']);
    await expect(merge(other, waiting)).rejects.toMatchObject({ code: 'resolution-case/target-not-open' });
  });
});

describe('a merge', () => {
  it('is not into another organization’s case: there is none', async () =>
    expect(merge(await begun(), randomUUID())).rejects.toMatchObject({ code: 'resolution-case/unknown-case' }));
  it('of two into each other at the same time leaves one that goes on', async () => {
    const [one, other] = [await begun(), await begun()];
    const answers = await Promise.allSettled([merge(one, other), merge(other, one)]);
    expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const ends = [await typesOf(one), await typesOf(other)].map((types) => types.includes('ResolutionCaseMerged'));
    expect(ends.filter((ended) => ended)).toHaveLength(1);
  });
  it('is told where the other one goes on, through a chain of them, once', async () => {
    const [one, other, last] = [await begun(), await begun(), await begun()];
    await merge(one, other);
    await merge(other, last);
    await absorb(other, one);
    await absorb(other, one);
    await absorb(last, other);
    expect(await typesOf(last)).toEqual(['ResponseTeamActivated', 'ResolutionCaseAbsorbed', 'ResolutionCaseAbsorbed']);
    const { state } = await streams.asOf(resolutionCaseDecider, org, last);
    expect((state as ActiveCase).alsoOf).toHaveLength(2);
  });
});
