import { randomUUID } from 'node:crypto';
import type { Recorded } from '#kernel/core';
import { Log, type Receipt } from '#kernel/ledger';
import type { Database } from '#kernel/platform';
import { eventually, type FreshDatabase, freshDatabase } from '../../../../test/support/index.js';
import type { Send } from './answering.js';
import { AutomatingReader } from './automating-reader.js';
import { type Remind, reminding, whenNotedThenRemind } from './automation.examples.js';
import type { Automation } from './automation.js';
import { followingCommands } from './following-commands.js';
import { Parked } from './parked.js';
import { Scribe, sequencing } from './reader.examples.js';
import { Refusals } from './refusals.js';
import { Skips } from './skips.js';

/** Says of a dead process what its caller sees of it: nothing more. */
class Crash extends Error {
  override readonly name = 'Crash';
}

/** Trouble that passes by itself. */
class Away extends Error {
  override readonly name = 'Away';
}

describe('an automation that is run', () => {
  let db: FreshDatabase;
  let scribe: Scribe;
  let org: string;
  let commands: ReturnType<typeof reminding>;
  let count = 0;

  beforeAll(async () => {
    db = await freshDatabase();
    scribe = new Scribe(db.api);
    commands = reminding(db.api);
  });
  beforeEach(async () => {
    org = await scribe.organization();
  });
  afterAll(async () => {
    await commands.close();
    await scribe.close();
    await db.close();
  });

  /** One of a name of its own, which has read all that the tests before have written. */
  const fresh = async (): Promise<Automation> => {
    const one = { ...whenNotedThenRemind, name: `examples.when-noted-then-remind-${++count}` } as Automation;
    await sequencing(db.worker, running(one));
    const head = await new Log(db.worker).head(1);
    await db.worker.call({
      text: 'update readers.checkpoints set position = $2 where reader = $1',
      values: [one.name, head],
    });
    return one;
  };
  const running = (one: Automation, send: Send = commands.send, on: Database = db.worker) =>
    new AutomatingReader(on, new Log(on), one, send);
  const toHead = async (one: Automation, send?: Send) => (await sequencing(db.worker, running(one, send))).sweep();
  const standing = async ({ name }: Automation) => {
    const text = 'select position::int, trouble from readers.checkpoints where reader = $1';
    const [row] = await db.worker.call<{ position: number; trouble: string | null }>({ text, values: [name] });
    return row;
  };
  const reminders = async () => {
    const text = `select data->>'of' as of from ledger.events where org = $1 and type = 'SomebodyReminded' order by position`;
    const rows = await db.worker.call<{ of: string }>({ text, values: [org] });
    return rows.map(({ of }) => of);
  };
  const write = (...words: string[]): Promise<Receipt> => scribe.write(org, { words });
  const refusedIn = () => new Refusals(db.worker).latest(org, 10);
  const head = () => new Log(db.worker).head(1);

  it('sends what follows from each event, in order, and comes to the head', async () => {
    const one = await fresh();
    await write('first', 'idle', 'urgent', 'last');
    await scribe.write(org, { type: 'SomethingElse' });
    await toHead(one);
    expect(await reminders()).toEqual(['first', 'urgent', 'urgent, again', 'last']);
    expect((await standing(one))?.position).toBeGreaterThanOrEqual(await head());
  });

  it('writes down who acted, why, and within which request', async () => {
    const one = await fresh();
    const { position } = await write('first');
    await toHead(one);
    const text = `select r.actor, r.causation_id = n.event_id as caused, r.correlation_id = n.correlation_id as within, r.command_id as id
      from ledger.events n join ledger.events r on r.org = n.org and r.type = 'SomebodyReminded' where n.position = $1`;
    const [row] = await db.worker.call<{ id: string }>({ text, values: [position] });
    const { events } = await db.worker.across((tx) => new Log(db.worker).page(tx, 1, position - 1, 1));
    const [command] = followingCommands(one, events[0] as Recorded);
    expect(row).toEqual({
      actor: 'system/-/system',
      caused: true,
      within: true,
      id: command?.envelope.commandId,
    });
  });

  it('answers nothing that was there before it, where it starts now', async () => {
    await write('before');
    const one = { ...whenNotedThenRemind, name: `examples.when-noted-${++count}`, starts: 'now' } as Automation;
    await toHead(one);
    await write('after');
    await toHead(one);
    expect(await reminders()).toEqual(['after']);
  });

  it('goes on over several steps', async () => {
    const one = await fresh();
    const words = Array.from({ length: 250 }, (_, nth) => `note ${nth}`);
    await write(...words);
    await toHead(one);
    expect(await reminders()).toEqual(words);
  });

  it('keeps a refusal, by its code, and passes it by', async () => {
    const one = await fresh();
    const { stream, position } = await write('first', 'secret words', 'last');
    await toHead(one);
    expect(await reminders()).toEqual(['first', 'last']);
    expect(await refusedIn()).toEqual([
      {
        automation: one.name,
        version: 1,
        ledger: 1,
        position: position - 1,
        stream,
        eventId: expect.any(String),
        command: 'Remind',
        commandId: expect.any(String),
        code: 'reminder/secret',
        field: 'of',
        refusedAt: expect.any(String),
      },
    ]);
    expect((await standing(one))?.trouble).toBeNull();
    expect((await new Refusals(db.api).lately()).get(one.name)).toBe(1);
  });

  it('shows refusals to nobody of another organization', async () => {
    const one = await fresh();
    await write('secret');
    await toHead(one);
    const elsewhere = await scribe.organization();
    expect(await refusedIn()).toHaveLength(1);
    expect(await new Refusals(db.worker).latest(elsewhere, 10)).toEqual([]);
    const text = 'select from readers.refusals';
    const seen = (who: string) => db.api.inOrg(who, (tx) => tx.query(text));
    expect([await seen(org), await seen(elsewhere)].map(({ length }) => length)).toEqual([1, 0]);
  });

  it('asks once: what was refused before a crash is not asked again after it, though it might be granted now', async () => {
    const one = await fresh();
    await write('secret', 'last');
    let sends = 0;
    const dying: Send = async (command) => {
      if (++sends > 1) throw new Crash();
      return commands.send(command);
    };
    await toHead(one, dying);
    await db.worker.call({
      text: 'update readers.checkpoints set position = position - 1 where reader = $1',
      values: [one.name],
    });
    const granting: Send = (command) => commands.send({ ...command, of: 'granted' } as Remind);
    await toHead(one, granting);
    expect(await reminders()).toEqual(['granted']); // the last note's: the secret's was answered
    expect(await refusedIn()).toHaveLength(1);
  });

  it('calls nothing refused that the ledger took after all', async () => {
    const one = await fresh();
    await write('secret');
    const slow = running(one, (command) => commands.send({ ...command, of: 'granted' } as Remind));
    const other = running(one);
    const sent = jest.spyOn(Refusals.prototype, 'among').mockResolvedValueOnce(new Set()); // looks before the other has answered
    await other.advance(1);
    sent.mockRestore();
    await db.worker.call({
      text: 'update readers.checkpoints set position = position - 1 where reader = $1',
      values: [one.name],
    });
    jest.spyOn(Refusals.prototype, 'among').mockResolvedValueOnce(new Set());
    await slow.advance(1);
    jest.restoreAllMocks();
    expect(await reminders()).toEqual(['granted']);
    expect(await refusedIn()).toEqual([]);
    expect((await new Refusals(db.api).lately()).has(one.name)).toBe(false);
  });

  it('holds where something else goes wrong, tells by name only, keeps what was done, and goes on from there', async () => {
    const one = await fresh();
    const { position } = await write('first', 'second', 'last');
    let away = true;
    const failing: Send = async (command) => {
      if (away && (command as Remind).of === 'second') throw new Away('cannot remind of "second"');
      return commands.send(command);
    };
    const sequencer = await sequencing(db.worker, running(one, failing));
    await sequencer.sweep();
    expect(await reminders()).toEqual(['first']);
    expect(await standing(one)).toEqual({ position: position - 2, trouble: 'Away' });
    away = false;
    await sequencer.sweep();
    expect(await reminders()).toEqual(['first', 'second', 'last']);
    expect((await standing(one))?.trouble).toBeNull();
    expect(await refusedIn()).toEqual([]);
  });

  it('lets no stream wait for another, and comes as far as everything before is done', async () => {
    const one = await fresh();
    const { position } = await write('slow', 'slow too');
    await write('quick');
    let letGo = () => {};
    const held = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    const from = (await standing(one))?.position;
    const moving = running(one, async (command) => {
      if ((command as Remind).of === 'slow too') {
        await held;
        throw new Away();
      }
      return commands.send(command);
    }).advance(1);
    await eventually(async () => expect(await reminders()).toEqual(expect.arrayContaining(['slow', 'quick'])));
    expect((await standing(one))?.position).toBe(from);
    letGo();
    await expect(moving).rejects.toThrow(Away);
    expect((await standing(one))?.position).toBe(position - 1);
    await toHead(one);
    expect((await reminders()).sort()).toEqual(['quick', 'slow', 'slow too']);
  });

  describe('at an event that cannot be answered', () => {
    const stumbling =
      (mended: () => boolean): Send =>
      async (command) => {
        if (!mended() && (command as Remind).of.startsWith('poison')) throw new TypeError('cannot remind of poison');
        return commands.send(command);
      };
    const parkedBy = ({ name }: Automation) => new Parked(db.worker, new Log(db.worker)).list({ reader: name });

    it('parks the stream, tells by name only, and goes on with the others; replayed, it goes on in its order', async () => {
      const one = await fresh();
      let mended = false;
      const reader = running(
        one,
        stumbling(() => mended),
      );
      const sequencer = await sequencing(db.worker, reader);
      const { stream, position } = await write('first', 'poison', 'third');
      await write('another');
      await sequencer.sweep();
      expect((await reminders()).sort()).toEqual(['another', 'first']);
      expect(await parkedBy(one)).toMatchObject([
        { stream, org, position: position - 1, withheld: 2, trouble: 'TypeError' },
      ]);
      await scribe.write(org, { stream, words: 'fourth' });
      await sequencer.sweep();
      expect(await parkedBy(one)).toMatchObject([{ withheld: 3 }]);
      expect(await standing(one)).toMatchObject({ position: await head(), trouble: null });
      expect(await reader.replay()).toEqual({ replayed: 0, parked: 1 });
      mended = true;
      expect(await reader.replay({ org, stream })).toEqual({ replayed: 1, parked: 0 });
      expect(await parkedBy(one)).toEqual([]);
      expect((await reminders()).filter((words) => words !== 'another')).toEqual([
        'first',
        'poison',
        'third',
        'fourth',
      ]);
    });

    it('tells a stream from its namesake in another organization', async () => {
      const [one, stream] = [await fresh(), `note-${randomUUID()}`];
      await scribe.write(org, { stream, words: ['poison', 'second'] });
      const elsewhere = await scribe.organization();
      await scribe.write(elsewhere, { stream, words: ['poison', 'second'] });
      await (
        await sequencing(
          db.worker,
          running(
            one,
            stumbling(() => false),
          ),
        )
      ).sweep();
      expect(await running(one).replay({ org, stream })).toEqual({ replayed: 1, parked: 0 });
      expect(await reminders()).toEqual(['poison', 'second']);
      org = elsewhere;
      expect(await reminders()).toEqual([]);
      expect(await running(one).replay({ org, stream })).toEqual({ replayed: 1, parked: 0 });
      expect(await reminders()).toEqual(['poison', 'second']);
    });

    it('stays parked from where it fails next', async () => {
      const one = await fresh();
      const { stream, position } = await write('poison', 'second', 'poison too');
      const reader = running(
        one,
        stumbling(() => false),
      );
      await (await sequencing(db.worker, reader)).sweep();
      const halfway: Send = async (command) => {
        if ((command as Remind).of === 'poison too') throw new TypeError();
        return commands.send(command);
      };
      expect(await running(one, halfway).replay({ org, stream })).toEqual({ replayed: 0, parked: 1 });
      expect(await parkedBy(one)).toMatchObject([{ position, withheld: 1 }]);
      expect(await reminders()).toEqual(['poison', 'second']);
    });

    it('passes by what somebody has decided to skip', async () => {
      const one = await fresh();
      const { stream, position } = await write('poison', 'second');
      const reader = running(
        one,
        stumbling(() => false),
      );
      await (await sequencing(db.worker, reader)).sweep();
      const skip = { org, ledger: 1, position: position - 1, skippedBy: randomUUID(), reason: 'a typing error' };
      expect(await new Skips(db.worker).add(reader, skip)).toMatchObject({ stream });
      expect(await reader.replay({ org, stream })).toEqual({ replayed: 1, parked: 0 });
      expect(await reminders()).toEqual(['second']);
    });

    it('is judged by whoever comes first: a double that is late parks nothing that was done', async () => {
      const one = await fresh();
      await write('poison', 'second');
      const late = running(one, async (command) => {
        await toHead(one); // another, of a release that knows how
        return stumbling(() => false)(command);
      });
      await late.advance(1);
      expect(await parkedBy(one)).toEqual([]);
      expect(await reminders()).toEqual(['poison', 'second']);
    });
  });

  it('has no transaction open while a command is on its way', async () => {
    const one = await fresh();
    await write('first', 'last');
    const text = `select count(*)::int from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid() and xact_start is not null`;
    const open: number[] = [];
    await toHead(one, async (command) => {
      const [row] = await db.owner.call<{ count: number }>({ text });
      open.push(row?.count ?? -1);
      return commands.send(command);
    });
    expect(open).toEqual([0, 0]);
  });

  it('does each thing once though four workers run it at once, and its checkpoint never goes back', async () => {
    const one = await fresh();
    const words = Array.from({ length: 120 }, (_, nth) => (nth % 7 === 0 ? `urgent ${nth}` : `note ${nth}`));
    const rivals = await Promise.all([1, 2, 3, 4].map(() => sequencing(db.worker, running(one))));
    const seen: number[] = [];
    const writing = (async () => {
      for (const word of words) await write(word);
    })();
    const calls = rivals.map(async (each) => {
      for (let times = 0; times < 25; times++) {
        await each.catchUp(one.name, 1);
        seen.push((await standing(one))?.position ?? -1);
      }
    });
    await Promise.all([writing, ...calls]);
    await Promise.all(rivals.map((each) => each.sweep()));
    const expected = words.flatMap((word) => (word.startsWith('urgent') ? [word, `${word}, again`] : [word]));
    expect((await reminders()).sort()).toEqual(expected.sort());
    expect(await refusedIn()).toEqual([]);
    expect((await standing(one))?.position).toBe(Math.max(...seen, (await standing(one))?.position ?? 0));
  });

  it('is not taken back by a double that is late', async () => {
    const one = await fresh();
    await write('first');
    let letGo = () => {};
    const held = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    const late = running(one, async (command) => {
      await held;
      return commands.send(command);
    }).advance(1);
    await toHead(one);
    const { position } = await write('second');
    await toHead(one);
    const before = await standing(one);
    letGo();
    await late;
    expect(before?.position).toBeGreaterThanOrEqual(position);
    expect(await standing(one)).toEqual(before);
    expect(await reminders()).toEqual(['first', 'second']);
  });

  describe('in a process that dies', () => {
    /** A process that dies at its n-th way out to a store: before it, or after it with the answer lost. */
    const mortal = (dies: { at: number; when: 'before' | 'after' }) => {
      let ways = 0;
      let dead = false;
      const out = async <T>(work: () => Promise<T>): Promise<T> => {
        const last = ++ways === dies.at;
        dead ||= last && dies.when === 'before';
        if (dead) throw new Crash();
        const [answered] = await Promise.allSettled([work()]);
        dead ||= last;
        if (dead) throw new Crash();
        if (answered.status === 'rejected') throw answered.reason;
        return answered.value;
      };
      const database = new Proxy(db.worker, {
        get: (target, name) => {
          if (name === 'across') return (work: never) => out(() => target.across(work));
          if (name === 'call') return (statement: never) => out(() => target.call(statement));
          return Reflect.get(target, name, target);
        },
      });
      return { database, out, survived: () => !dead };
    };

    it.each(['before', 'after'] as const)('does everything once, wherever it dies %s an await', async (when) => {
      let died = 0;
      for (let at = 1; ; at++) {
        org = await scribe.organization();
        const one = await fresh();
        await write('first', 'secret', 'urgent', 'idle', 'last');
        const { database, out, survived } = mortal({ at, when });
        const send: Send = (command) => out(() => commands.send(command));
        const dying = running(one, send, database);
        const moved = await dying.advance(1).catch((error: Error) => error);
        await toHead(one); // whoever comes after it
        expect(await reminders()).toEqual(['first', 'urgent', 'urgent, again', 'last']);
        expect((await refusedIn()).map(({ code }) => code)).toEqual(['reminder/secret']);
        if (survived()) {
          expect(moved).toBe(true);
          break;
        }
        expect(moved).toBeInstanceOf(Crash);
        died += 1;
      }
      expect(died).toBe(9); // the page, what was refused, five commands, one refusal, the checkpoint
    });
  });
});
