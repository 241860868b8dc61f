import { createHash, randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { type Append, Appender, Bell, type Claim, Log, Placements, verifyLedger } from '#kernel/ledger';
import { SystemClock } from '#kernel/platform';
import { type FreshDatabase, freshDatabase } from '../support/index.js';
import { comparable, StoreModel } from './store-model.js';

const RUNS = Number(process.env.PROPERTY_RUNS ?? 60) / 10;
const LEDGER = 1;

class SilentBell extends Bell {
  ring(): void {}
}

/** An append before it has real ids: small numbers, so that streams, commands and claims often meet. */
interface Wish {
  readonly org: number;
  readonly stream: number;
  readonly expected: number | 'any' | 'existing';
  readonly command: number;
  readonly request: number;
  readonly claims: readonly number[];
  readonly events: number;
}

const wish: fc.Arbitrary<Wish> = fc.record({
  org: fc.nat(2),
  stream: fc.nat(3),
  expected: fc.oneof(fc.constantFrom('any' as const, 'existing' as const), fc.nat(6)),
  command: fc.nat(40),
  request: fc.nat(1),
  claims: fc.uniqueArray(fc.nat(5), { maxLength: 2 }),
  events: fc.integer({ min: 1, max: 4 }),
});

let db: FreshDatabase;
beforeAll(async () => {
  db = await freshDatabase();
});
afterAll(() => db.close());

/** One run: organizations of its own, and the store beside its model. The third organization was never placed. */
class Run {
  readonly orgs = [randomUUID(), randomUUID(), randomUUID()];
  readonly log = new Log(db.worker);
  private readonly commands = Array.from({ length: 41 }, () => randomUUID());
  private appender = this.opened();
  at = 0;

  async begin(model: StoreModel): Promise<void> {
    for (const org of this.orgs.slice(0, 2)) {
      await new Placements(db.api).place(org);
      model.placed.add(org);
    }
    this.at = await this.log.head(LEDGER);
  }

  append(append: Append) {
    return this.appender.append(append);
  }

  /** Another process takes over. */
  async restart(): Promise<void> {
    await this.appender.close();
    this.appender = this.opened();
  }

  /** An append of this wish. Its event ids follow from it, as a retry's do. */
  meant({ org, stream, expected, command, request, claims, events }: Wish): Append {
    return {
      org: this.orgs[org]!,
      stream: `note-${stream}`,
      expected,
      commandId: this.commands[command]!,
      requestHash: createHash('sha256').update(`${request}`).digest(),
      actor: { kind: 'system', role: 'system' },
      correlationId: this.commands[command]!,
      claims: claims.map((key): Claim => ({ scope: 'number', key: `${key}` })),
      events: Array.from({ length: events }, () => ({
        id: randomUUID(),
        type: 'SomethingNoted',
        schemaVersion: 1,
        occurredAt: '2026-03-02T09:00:00.000Z',
        meta: {},
        data: '{}',
      })),
    };
  }

  private opened(): Appender {
    return new Appender(db.api, new SystemClock(), new SilentBell());
  }
}

type Step = fc.AsyncCommand<StoreModel, Run>;

/** Several appends at once: judged as if they had come one after the other, in the order they were asked. */
class AppendAtOnce implements Step {
  constructor(private readonly wishes: readonly Wish[]) {}
  check = () => true;
  async run(model: StoreModel, real: Run): Promise<void> {
    const appends = this.wishes.map((one) => real.meant(one));
    const foretold = appends.map((append) => model.append(append));
    const verdicts = await Promise.all(appends.map((append) => real.append(append)));
    expect(verdicts.map(comparable)).toEqual(foretold);
  }
  toString = () => `append ${JSON.stringify(this.wishes)}`;
}

class ReadStream implements Step {
  constructor(
    private readonly org: number,
    private readonly stream: number,
  ) {}
  check = () => true;
  async run(model: StoreModel, real: Run): Promise<void> {
    const [org, stream] = [real.orgs[this.org]!, `note-${this.stream}`];
    const { events } = await real.log.stream(org, stream);
    const read = events.map(({ revision, eventId, commandId }) => ({ revision, id: eventId, commandId }));
    expect(read).toEqual(model.stream(org, stream).map(({ revision, id, commandId }) => ({ revision, id, commandId })));
  }
  toString = () => `read ${this.org}/${this.stream}`;
}

/** Everything since the run began, page by page: no position is missing, each stream is in its order. */
class ReadAll implements Step {
  constructor(private readonly limit: number) {}
  check = () => true;
  async run(model: StoreModel, real: Run): Promise<void> {
    const found = new Map<string, string[]>();
    let count = 0;
    for (let at = real.at; ; ) {
      const { events, upTo } = await db.worker.across((tx) => real.log.page(tx, LEDGER, at, this.limit));
      if (upTo === at) break;
      for (const { position, org, stream, eventId } of events) {
        expect(position).toBe(real.at + ++count);
        found.set(`${org}/${stream}`, [...(found.get(`${org}/${stream}`) ?? []), eventId]);
      }
      at = upTo;
    }
    const expected = [...model.streams].filter(([, events]) => events.length > 0);
    expect(count).toBe(model.events.length);
    expect(Object.fromEntries(found)).toEqual(
      Object.fromEntries(expected.map(([stream, events]) => [stream, events.map(({ id }) => id)])),
    );
  }
  toString = () => `read all by ${this.limit}`;
}

class Restart implements Step {
  check = () => true;
  run = (_model: StoreModel, real: Run) => real.restart();
  toString = () => 'restart';
}

const steps = fc.commands(
  [
    wish.map((one) => new AppendAtOnce([one])),
    fc.array(wish, { minLength: 2, maxLength: 12 }).map((several) => new AppendAtOnce(several)),
    fc.tuple(fc.nat(2), fc.nat(3)).map(([org, stream]) => new ReadStream(org, stream)),
    fc.integer({ min: 1, max: 9 }).map((limit) => new ReadAll(limit)),
    fc.constant(new Restart()),
  ],
  { maxCommands: 40, size: 'max' },
);

describe('the ledger beside a model of it in arrays', () => {
  it('judges, stores and reads as the model does, whatever is asked in whatever order', async () => {
    await fc.assert(
      fc.asyncProperty(steps, async (asked) => {
        const [model, real] = [new StoreModel(), new Run()];
        await real.begin(model);
        await fc.asyncModelRun(() => ({ model, real }), asked);
        await new ReadAll(7).run(model, real);
        await real.restart();
      }),
      { numRuns: Math.ceil(RUNS) },
    );
  });

  it('and its chain verifies afterwards', async () => {
    expect(await verifyLedger(db.worker, LEDGER)).toMatchObject({ ok: true });
  });
});
