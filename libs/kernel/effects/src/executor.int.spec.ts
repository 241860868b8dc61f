import { randomBytes, randomUUID } from 'node:crypto';
import { pino } from 'pino';
import type { DomainEvent } from '#kernel/core';
import { Appender, Bell, Log, Placements } from '#kernel/ledger';
import { type Database, SystemClock } from '#kernel/platform';
import { Sequencer } from '#kernel/readers';
import { type FreshDatabase, freshDatabase } from '../../../../test/support/index.js';
import { Addresses, OnCall } from './addresses.js';
import { Effects } from './effects.js';
import { Executor } from './executor.js';
import { Inbox } from './inbox.js';
import { notifying } from './notifying.js';
import { type Mail, NotTaken, Provider, RefusedForGood } from './provider.js';

const quiet = pino({ level: 'silent' });

class SilentBell extends Bell {
  ring(): void {}
}

/** Writes notes, each a stream of its own. */
class Scribe {
  private readonly appender: Appender;

  constructor(private readonly db: Database) {
    this.appender = new Appender(db, new SystemClock(), new SilentBell());
  }

  async organization(): Promise<string> {
    const org = randomUUID();
    await new Placements(this.db).place(org);
    return org;
  }

  async write(org: string, { words = 'loudly' } = {}): Promise<void> {
    await this.appender.append({
      org,
      stream: `note-${randomUUID()}`,
      expected: 0,
      commandId: randomUUID(),
      requestHash: randomBytes(32),
      actor: { kind: 'system', role: 'system' },
      correlationId: randomUUID(),
      events: [
        {
          id: randomUUID(),
          type: 'SomethingNoted',
          schemaVersion: 1,
          occurredAt: '2026-03-02T09:00:00.000Z',
          meta: {},
          data: JSON.stringify({ words }),
        },
      ],
    });
  }

  close(): Promise<void> {
    return this.appender.close();
  }
}

/** A provider with a journal of what reached it, which answers as it is told. */
class Fake extends Provider {
  readonly journal: string[] = [];
  answers: (mail: Mail) => Promise<string> | string = ({ key }) => `taken/${key}`;

  async deliver(mail: Mail): Promise<string> {
    this.journal.push(mail.key);
    return this.answers(mail);
  }
}

describe('notices on their way to people', () => {
  const [lead, first, second] = [randomUUID(), randomUUID(), randomUUID()];
  let db: FreshDatabase;
  let org: string;
  let scribe: Scribe;
  let provider: Fake;
  let onCall: string[];
  let mails: Map<string, string>;
  let executor: Executor;
  let sequencer: Sequencer;

  const people = new (class extends Addresses {
    holders = async () => [first, second];
    mailOf = async (_org: string, person: string) => mails.get(person);
  })();
  const roster = new (class extends OnCall {
    now = async () => onCall;
  })();
  const pages = notifying<DomainEvent<'SomethingNoted', { words: string }>>({
    name: 'examples.pages',
    version: 1,
    on: {
      SomethingNoted: ({ stream, data }) => ({
        code: 'severe-harm-reported',
        urgency: data.words === 'softly' ? 'notice' : 'page',
        to: { duty: 'safety-lead' },
        about: stream,
        params: { harm: 'death' },
      }),
    },
  });
  const another = (delivering: Provider = provider) =>
    new Executor(db.worker, people, roster, delivering, 'http://here', quiet);

  beforeEach(async () => {
    db = await freshDatabase();
    scribe = new Scribe(db.api);
    org = await scribe.organization();
    provider = new Fake();
    onCall = [lead];
    mails = new Map([lead, first, second].map((person) => [person, `${person}@there.example`]));
    executor = another();
    await scribe.write(org); // before the reader first ran
    sequencer = new Sequencer(db.worker, new Log(db.worker), [pages], quiet);
    await sequencer.start();
  });
  afterEach(async () => {
    await scribe.close();
    await db.close();
  });

  /** An event, and what follows from it, as far as it follows now. */
  const happens = async (words = 'loudly') => {
    await scribe.write(org, { words });
    await sequencer.sweep();
    await executor.run();
  };
  const standing = () =>
    db.owner.call<{ state: string; attempts: number; trouble: string | null }>({
      text: 'select state, attempts, trouble from effects.effects order by asked_at, key',
    });
  const inboxOf = (person: string) => new Inbox(db.api).items(org, person);
  const later = () => db.owner.call({ text: 'update effects.effects set due_at = clock_timestamp()' });

  const minutesPass = (minutes: number) =>
    db.owner.call({
      text: `update effects.notices set spread_at = spread_at - make_interval(mins => $1)`,
      values: [minutes],
    });

  it('go on to every risk manager where a page is not acknowledged in a quarter of an hour, once', async () => {
    await happens();
    await minutesPass(14);
    await executor.run();
    expect(await inboxOf(first)).toEqual([]);
    await minutesPass(2);
    await Promise.all([executor.run(), another().run()]);
    await minutesPass(60);
    await executor.run();
    for (const person of [first, second])
      expect(await inboxOf(person)).toEqual([
        expect.objectContaining({ urgency: 'page', params: { harm: 'death', unanswered: 'true' } }),
      ]);
    expect(await inboxOf(lead)).toHaveLength(1);
    expect(provider.journal).toHaveLength(3);
  });

  it('go no further where somebody has acknowledged them, where they were no pages, and where all were told', async () => {
    await happens();
    const [page] = await inboxOf(lead);
    await new Inbox(db.api).acknowledge(org, lead, page!.id);
    await happens('softly');
    onCall = [];
    await happens();
    await minutesPass(16);
    await executor.run();
    expect(await inboxOf(lead)).toHaveLength(2);
    for (const person of [first, second]) expect(await inboxOf(person)).toHaveLength(1);
  });

  it('come to the inbox and by mail of whoever is on call now; what was before nobody hears of', async () => {
    await happens();
    expect(await inboxOf(lead)).toEqual([expect.objectContaining({ code: 'severe-harm-reported', urgency: 'page' })]);
    expect(await inboxOf(first)).toEqual([]);
    expect(provider.journal).toEqual([expect.stringMatching(new RegExp(`^examples.pages-1-2/${lead}$`))]);
    expect(await standing()).toEqual([{ state: 'sent', attempts: 1, trouble: null }]);
  });

  it('come to all risk managers where nobody is on call, and say so', async () => {
    onCall = [];
    await happens();
    expect(provider.journal).toHaveLength(2);
    expect((await inboxOf(second))[0]?.reached).toEqual({ insteadOf: 'safety-lead' });
  });

  it('that can wait come to the inbox alone', async () => {
    await happens('softly');
    expect(await inboxOf(lead)).toHaveLength(1);
    expect(provider.journal).toEqual([]);
  });

  it('are asked for once, though the reader reads its events again', async () => {
    await happens();
    await db.owner.call({ text: "update readers.checkpoints set position = 1 where reader = 'examples.pages'" });
    await sequencer.sweep();
    await executor.run();
    expect(await inboxOf(lead)).toHaveLength(1);
    expect(provider.journal).toHaveLength(1);
  });

  it('wait for a person where they follow from a restored past, and reach inboxes all the same', async () => {
    await db.owner.call({ text: 'insert into effects.holds values (1, 2)' });
    await happens();
    await happens();
    expect(await standing()).toEqual([
      { state: 'held', attempts: 0, trouble: null },
      { state: 'sent', attempts: 1, trouble: null },
    ]);
    expect(provider.journal).toEqual([`examples.pages-1-3/${lead}`]);
    expect(await inboxOf(lead)).toHaveLength(2);
  });

  it('are sent once by two workers at once', async () => {
    for (let times = 0; times < 15; times++) await scribe.write(org);
    await sequencer.sweep();
    await Promise.all([executor.run(), another().run(), another().run()]);
    expect(provider.journal).toHaveLength(15);
    expect(new Set(provider.journal).size).toBe(15);
  });

  it('are tried again, and later each time, where the provider surely did not take them', async () => {
    provider.answers = () => Promise.reject(new NotTaken('ECONNREFUSED'));
    await happens();
    expect(await standing()).toEqual([{ state: 'pending', attempts: 1, trouble: 'ECONNREFUSED' }]);
    await executor.run(); // not due yet
    expect(provider.journal).toHaveLength(1);
    await later();
    provider.answers = () => 'taken';
    await executor.run();
    expect(await standing()).toEqual([{ state: 'sent', attempts: 2, trouble: null }]);
    expect(new Set(provider.journal).size).toBe(1);
  });

  it.each([
    ['dead where they are refused for good', new RefusedForGood('550'), 'dead'],
    ['unknown where no answer came', new Error('socket hang up'), 'unknown'],
  ])('are %s, and a person decides', async (_, error, state) => {
    provider.answers = () => Promise.reject(error);
    await happens();
    provider.answers = () => 'taken';
    await later();
    await executor.run();
    expect(provider.journal).toHaveLength(1);
    const effects = new Effects(db.api);
    const [task] = await effects.tasks(org);
    expect(task).toMatchObject({ state, person: lead });
    const stranger = await scribe.organization();
    expect(await effects.tasks(stranger)).toEqual([]);
    await expect(effects.resolve(stranger, task?.id as string, 'resend', first)).rejects.toThrow('no such effect');
    await effects.resolve(org, task?.id as string, 'resend', first);
    await executor.run();
    expect(provider.journal).toHaveLength(2);
    expect(await effects.tasks(org)).toEqual([]);
    const text = 'select state, decided_by from effects.history order by step';
    const history = await db.owner.call<{ state: string; decided_by: string | null }>({ text });
    expect(history.map((step) => step.state)).toEqual(['sending', state, 'pending', 'sending', 'sent']);
    expect(history[2]?.decided_by).toBe(first);
  });

  it('that a person gives up, or knows to be sent, are no task any more', async () => {
    provider.answers = () => Promise.reject(new Error('socket hang up'));
    await happens();
    await happens();
    const effects = new Effects(db.api);
    const [one, other] = await effects.tasks(org);
    await effects.resolve(org, one?.id as string, 'give-up', first);
    await effects.resolve(org, other?.id as string, 'sent', first);
    expect(await effects.tasks(org)).toEqual([]);
    expect((await standing()).map(({ state }) => state)).toEqual(['dead', 'sent']);
    await expect(effects.resolve(org, one?.id as string, 'resend', first)).rejects.toThrow('no such effect');
  });

  it('wait a little where nobody knows an address, and are dead where nobody comes to know it', async () => {
    mails.clear();
    await happens();
    expect(await standing()).toEqual([{ state: 'pending', attempts: 1, trouble: 'no address is known' }]);
    for (let times = 0; times < 2; times++) {
      await later();
      await executor.run();
    }
    expect(await standing()).toEqual([{ state: 'dead', attempts: 3, trouble: 'no address is known' }]);
    expect(await inboxOf(lead)).toHaveLength(1);
  });

  it('are unknown where the worker died with the mail at the provider, before or after it was taken', async () => {
    const dying = new (class extends Fake {
      override deliver(mail: Mail): Promise<string> {
        provider.journal.push(mail.key);
        return new Promise(() => undefined); // and the process is gone
      }
    })();
    await scribe.write(org);
    await sequencer.sweep();
    void another(dying).run();
    while (provider.journal.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    await executor.run(); // the lease has not run out: it may still be on its way
    expect((await standing()).map(({ state }) => state)).toEqual(['sending']);
    await db.owner.call({ text: "update effects.effects set leased_until = clock_timestamp() - interval '1 s'" });
    await executor.run();
    expect((await standing()).map(({ state }) => state)).toEqual(['unknown']);
    expect(provider.journal).toHaveLength(1);
  });

  it('are acknowledged by whoever was paged, once, and by nobody else', async () => {
    await happens();
    await happens('softly');
    const inbox = new Inbox(db.api);
    const [notice, page] = await inboxOf(lead);
    await expect(inbox.acknowledge(org, first, page?.id as string)).rejects.toThrow('no such item');
    await expect(inbox.acknowledge(org, lead, notice?.id as string)).rejects.toThrow('no such item');
    await inbox.acknowledge(org, lead, page?.id as string);
    const [, taken] = await inboxOf(lead);
    await inbox.acknowledge(org, lead, page?.id as string);
    const [, again] = await inboxOf(lead);
    expect(taken?.acknowledgedAt).toBeDefined();
    expect(again).toEqual(taken);
  });

  it('that found nobody wait for somebody, and hold up no other', async () => {
    const holders = people.holders;
    onCall = [];
    people.holders = async () => [];
    await happens('to nobody');
    onCall = [lead];
    await happens();
    people.holders = holders;
    expect(provider.journal).toHaveLength(1);
    const text = "update effects.notices set due_at = clock_timestamp() where trouble = 'NobodyFound'";
    await db.owner.call({ text });
    await executor.run();
    expect(provider.journal).toHaveLength(2);
  });

  it('do not go out by themselves after a day, but where a person says so', async () => {
    provider.answers = () => Promise.reject(new NotTaken('ECONNREFUSED'));
    await happens();
    await db.owner.call({ text: "update effects.effects set asked_at = asked_at - interval '25 hours'" });
    await later();
    await executor.run();
    expect(await standing()).toEqual([{ state: 'held', attempts: 1, trouble: 'too old to go by itself' }]);
    const effects = new Effects(db.api);
    const [task] = await effects.tasks(org);
    await effects.resolve(org, task?.id as string, 'resend', first);
    provider.answers = () => 'taken';
    await executor.run();
    expect((await standing()).map(({ state }) => state)).toEqual(['sent']);
  });

  it('that a person has sent again are tried as often as the first time', async () => {
    provider.answers = () => Promise.reject(new NotTaken('ECONNREFUSED'));
    await happens();
    for (let times = 1; times < 12; times++) {
      await later();
      await executor.run();
    }
    expect((await standing()).map(({ state }) => state)).toEqual(['dead']);
    const effects = new Effects(db.api);
    const [task] = await effects.tasks(org);
    await effects.resolve(org, task?.id as string, 'resend', first);
    await executor.run();
    expect((await standing()).map(({ state, attempts }) => [state, attempts])).toEqual([['pending', 13]]);
  });

  it('say in the mail whom one stands in for', async () => {
    const texts: string[] = [];
    provider.answers = ({ text }) => {
      texts.push(text);
      return 'taken';
    };
    await happens();
    onCall = [];
    await happens();
    expect(texts[0]).toContain('You are told as the safety lead on call');
    expect(texts[1]).toContain('Nobody is on call as safety-lead');
    expect(texts[1]).not.toContain('You are told');
  });

  it('wait where there is no provider, and reach inboxes all the same', async () => {
    executor = new Executor(db.worker, people, roster, undefined, 'http://here', quiet);
    await happens();
    expect(await inboxOf(lead)).toHaveLength(1);
    expect((await standing()).map(({ state }) => state)).toEqual(['pending']);
  });
});
