import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { auditRead, type Caller, type Read } from '#kernel/access';
import type { EventType, Instant, Label } from '#kernel/core';
import { Database, type Tx } from '#kernel/platform';
import { disclose, Opener, type Shown } from '#kernel/privacy';
import { withheldStreams } from '#kernel/readers';
import { factsStreamOf } from '../../case-record/case-deadlines.js';
import { seenCase } from '../../case-record/shown-case.js';
import { factsCatalogue } from '../../facts/facts.events.js';
import { facts } from './facts.projection.js';
import { type FactEntry, FactsRow } from './facts.row.js';

/** What was said of a fact, one after the other. */
const STEPS = ['recorded', 'correction', 'clearance', 'retraction'] as const;
type FactStep = (typeof STEPS)[number];

/** A kept fact as its reader may see it. */
export type ShownFact = Pick<FactEntry, 'entry' | 'standing'> & { readonly [S in FactStep]?: Shown };

/** The kept facts of a case, as their reader may see them. */
export interface CaseFacts {
  readonly id: string;
  /** Of the facts, not of the case: 0 where none was recorded. */
  readonly revision: number;
  readonly position: number;
  readonly facts: readonly ShownFact[];
  /** Present where something that follows could not be read yet. */
  readonly withheld?: true;
}

/** The kept facts of one case; nothing or `withheld` as the case itself. */
export class ReadFacts extends Query<CaseFacts | 'withheld' | undefined> {
  constructor(
    readonly id: string,
    readonly caller: Caller,
    readonly read: Pick<Read, 'route' | 'requestId'>,
    readonly now: Instant,
  ) {
    super();
  }
}

const SHAPES: ReadonlyMap<string, EventType> = new Map(factsCatalogue.map((shape) => [shape.type, shape]));

@QueryHandler(ReadFacts)
export class ReadFactsHandler implements IQueryHandler<ReadFacts> {
  constructor(
    private readonly db: Database,
    private readonly opener: Opener,
  ) {}

  execute(asked: ReadFacts): Promise<CaseFacts | 'withheld' | undefined> {
    const { id, caller, read } = asked;
    const { org } = caller;
    const stream = factsStreamOf(id);
    return this.db.inOrg(org, async (tx) => {
      const seen = await seenCase(tx, asked);
      if (seen === undefined || seen === 'withheld') return seen;
      await auditRead(tx, caller, { ...read, streams: [stream], labels: seen.labels });
      const row = await tx.manager.findOneBy(FactsRow, { org, id });
      const withheld = seen.withheld || (await withheldStreams(tx, facts, org)).has(stream);
      return {
        id,
        revision: row?.revision ?? 0,
        position: row?.position ?? seen.row.position,
        facts: row ? await this.shown(tx, row, stream, seen.labels) : [],
        ...(withheld && { withheld }),
      };
    });
  }

  /** Field by field, all in one look at the keys. */
  private async shown(tx: Tx, { org, entries }: FactsRow, stream: string, labels: readonly Label[]) {
    const steps = entries.flatMap((one) => STEPS.flatMap((step) => one[step] ?? []));
    const said = await disclose(
      this.opener,
      tx,
      { org, stream },
      steps.map(({ type, eventId, data }) => ({
        shape: SHAPES.get(type) as EventType,
        eventId,
        labels,
        data: data as Readonly<Record<string, unknown>>,
      })),
    );
    const words = new Map(steps.map(({ eventId }, nth) => [eventId, said[nth]]));
    return entries.map((one): ShownFact => {
      const { entry, standing } = one;
      const told = STEPS.flatMap((step) => (one[step] ? [[step, words.get(one[step].eventId)]] : []));
      return { entry, standing, ...Object.fromEntries(told) };
    });
  }
}
