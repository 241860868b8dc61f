import type { DomainEvent, Recorded } from '#kernel/core';
import { recorded } from '#kernel/readers/testing';
import { termsOf } from '../definitions/definition.js';
import { shipped } from '../definitions/shipped.js';
import { reckoning } from '../reckoning.js';
import { clockedStreams } from './clocked-streams.rules.js';
import { type Clocks, type ClocksCommand, clocksDecider } from './clocks.decider.js';
import type { DeadlineFact } from './deadline.events.js';
import { type Deadline, evolveDeadline } from './deadline.rules.js';

export const rosa = '0192a000-0000-7000-8000-000000000021';
export const leo = '0192a000-0000-7000-8000-000000000022';

type At = { readonly at: string };
export type ToyFact =
  | DomainEvent<'Opened', At & { readonly owner?: string }>
  | DomainEvent<'OpeningCorrected', At>
  | DomainEvent<'HandedOn', { readonly owner: string }>
  | DomainEvent<'Answered', At>
  | DomainEvent<'PartDone', At & { readonly part: string }>
  | DomainEvent<'Contacted', At>
  | DomainEvent<'RhythmWished', At & { readonly days: number | 'none' }>
  | DomainEvent<'Promised', At & { readonly promise: string; readonly until: string; readonly owner?: string }>
  | DomainEvent<'PromiseKept', At & { readonly promise: string }>
  | DomainEvent<'Reclassified', object>
  | DomainEvent<'Voided', object>
  | DomainEvent<'Unvoided', object>;

/** How often somebody wants to hear. */
type Rhythm = number | 'none' | undefined;
const rhythm = (_: unknown, days: Rhythm) =>
  typeof days === 'number' ? ({ clock: 'CALENDAR_DAYS', amount: days } as const) : undefined;

/** Streams with a clock of every sort. */
export const toys = clockedStreams<ToyFact, Rhythm>({
  category: 'toy',
  remembers: {
    initial: undefined,
    after: { RhythmWished: ({ data }) => data.days },
  },
  owners: { Opened: ({ data }) => data.owner, HandedOn: ({ data }) => data.owner },
  ends: { Voided: () => true },
  revives: { Unvoided: () => true },
  rules: [
    {
      kind: 'T-ANSWER',
      starts: { Opened: ({ data }) => data.at },
      corrects: { OpeningCorrected: ({ data }) => data.at },
      stops: { Answered: ({ data }) => data.at },
      cancels: { Reclassified: () => true },
    },
    {
      kind: 'T-BOTH',
      starts: { Opened: ({ data }) => data.at },
      stops: { PartDone: ({ data }) => data.at },
      parts: { all: ['left', 'right'], of: { PartDone: ({ data }) => data.part } },
    },
    {
      kind: 'T-CONTACT',
      rolling: true,
      starts: { Contacted: ({ data }, days) => (days === 'none' ? undefined : data.at) },
      within: { Contacted: rhythm, RhythmWished: ({ data }) => rhythm(undefined, data.days) },
      cancels: { RhythmWished: ({ data }) => data.days === 'none' },
      stops: {},
    },
    {
      kind: 'T-PROMISE',
      subject: { Promised: ({ data }) => data.promise, PromiseKept: ({ data }) => data.promise },
      starts: { Promised: ({ data }) => data.at },
      within: { Promised: ({ data }) => ({ until: data.until }) },
      owners: { Promised: ({ data }) => data.owner },
      stops: { PromiseKept: ({ data }) => data.at },
    },
    { kind: 'T-GRAVE', starts: { Opened: ({ data }) => data.at }, stops: { Answered: ({ data }) => data.at } },
  ],
});

const words = { title: 't', starts: 's', stops: 'e', basis: 'D', status: 'policy' } as const;
const pausableFor = ['patient_wish'] as const;

export const answer = shipped({ kind: 'T-ANSWER', clock: 'BUSINESS_DAYS', amount: 2, ...words, pausableFor });
export const both = shipped({ kind: 'T-BOTH', clock: 'BUSINESS_DAYS', amount: 3, ...words, nature: 'accreditor' });
export const contact = shipped({ kind: 'T-CONTACT', clock: 'CALENDAR_DAYS', amount: 14, ...words, pausableFor });
export const promise = shipped({ kind: 'T-PROMISE', ...words, pausableFor });
export const grave = shipped({ kind: 'T-GRAVE', clock: 'HOURS', amount: 1, ...words, lifeAtRisk: true });

const CALENDAR = { id: 'us-federal', version: '2021-06-17' };
export const ORG = '00000000-0000-7000-8000-000000000001';
export const STREAM = 'toy-00000000-0000-7000-8000-000000000002';

/** A toy's story: what is recorded when, and its clocks after it. Tended by these definitions only. */
export class Telling {
  readonly decider = clocksDecider(toys, reckoning);
  clocks: Clocks = this.decider.initialState;
  definitions = [answer];
  /** What deadlines recorded, by their names without "Deadline". */
  readonly facts: DeadlineFact[] = [];
  private count = 0;

  constructor(readonly zone = 'America/Chicago') {}

  /** Records a fact of the toy, as told at a time. */
  when(fact: ToyFact, recordedAt = 'at' in fact.data ? fact.data.at : this.now, reasonCode?: string): this {
    this.now = recordedAt;
    this.take(recorded(fact, this.envelope(recordedAt, reasonCode)));
    return this;
  }

  now = '2026-03-02T15:00:00.000Z';

  /** Tends at a time, and answers what was recorded, in short. */
  tend(now: string): readonly string[] {
    this.now = now;
    return this.decide({ type: 'TendClocks', data: { terms: termsOf(this.definitions), calendar: CALENDAR, now } });
  }

  /** Decides, records what follows, and answers it in short. Throws refusals. */
  decide(command: ClocksCommand): readonly string[] {
    const facts = this.decider.decide(command, this.clocks);
    for (const fact of facts) {
      this.facts.push(fact);
      this.take(recorded(fact, this.envelope(this.now)) as Recorded);
    }
    return facts.map(inShort);
  }

  /** Something that somebody does with the last deadline, at a time. */
  change<T extends Exclude<ClocksCommand['type'], 'TendClocks'>>(type: T, at: string, more: object = {}) {
    this.now = at;
    const data = { deadlineId: this.last.id, at, by: rosa, onlyOwn: false, ...more };
    return this.decide({ type, data } as unknown as ClocksCommand);
  }

  get all(): readonly Deadline[] {
    return Object.values(this.clocks.deadlines);
  }

  get last(): Deadline {
    return this.all.at(-1) as Deadline;
  }

  /** The same deadlines, folded from their facts alone, as a view does. */
  get folded(): readonly (Deadline | undefined)[] {
    return this.all.map(({ id }) =>
      this.facts
        .filter(({ data }) => data.deadlineId === id)
        .reduce<Deadline | undefined>((before, fact) => evolveDeadline(before, fact), undefined),
    );
  }

  private take(event: Recorded): void {
    this.clocks = this.decider.evolve(this.clocks, event as unknown as DeadlineFact);
  }

  private envelope(recordedAt: string, reasonCode?: string) {
    this.count += 1;
    const eventId = `00000000-0000-7000-8000-${String(this.count).padStart(12, '0')}`;
    const meta = { zone: this.zone, ...(reasonCode && { reasonCode }) };
    return { org: ORG, stream: STREAM, occurredAt: recordedAt, recordedAt, eventId, meta };
  }
}

/** A fact as one word, with what tells it from its like. */
const inShort = ({ type, data }: DeadlineFact): string => {
  const name = type.slice('Deadline'.length);
  if ('stage' in data) return `${name} ${data.stage}`;
  if ('late' in data) return `${name}${data.late ? ' late' : ''}`;
  return 'dueAt' in data ? `${name} ${data.dueAt}` : name;
};
