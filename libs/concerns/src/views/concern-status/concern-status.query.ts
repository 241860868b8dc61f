import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { EventType, Instant } from '#kernel/core';
import { Database, type Tx } from '#kernel/platform';
import { disclose, Opener, type Shown } from '#kernel/privacy';
import { concernCatalogue } from '../../concern/concern.events.js';
import { ConcernStatusRow, type SaidToSubmitter, type Stage } from './concern-status.row.js';

/** What was said, with its words: `{ erased: true }` stands for words that were forgotten. */
export type SaidInWords = Omit<SaidToSubmitter, 'eventId' | 'alsoTo' | 'shared'> & { readonly words: Shown };

/** A concern as its submitter sees it. No revision: its steps would count what is done unseen. */
export interface ConcernStatus {
  readonly id: string;
  readonly stage: Stage;
  /** Somebody here has taken it on. */
  readonly assigned: boolean;
  readonly language: string;
  readonly receivedAt: Instant;
  /** When they said more, last. */
  readonly addedAt?: Instant;
  /** In order: acknowledgement, messages both ways, delay notices, answers, the closing with what was changed. */
  readonly said: readonly SaidInWords[];
}

/**
 * What the submitter may see of their concern; nothing where the code is not one of this concern. Whoever has the code is
 * the one whom it is about to be told to, so this read is not written down as staff's are.
 */
export class ReadConcernStatus extends Query<ConcernStatus | undefined> {
  constructor(
    readonly org: string,
    readonly id: string,
    /** The keyed hash of the code. */
    readonly codeHash: string,
  ) {
    super();
  }
}

const SHAPES: ReadonlyMap<string, EventType> = new Map(concernCatalogue.map((shape) => [shape.type, shape]));

@QueryHandler(ReadConcernStatus)
export class ReadConcernStatusHandler implements IQueryHandler<ReadConcernStatus> {
  constructor(
    private readonly db: Database,
    private readonly opener: Opener,
  ) {}

  execute({ org, id, codeHash }: ReadConcernStatus): Promise<ConcernStatus | undefined> {
    return this.db.inOrg(org, async (tx) => {
      const row = await tx.manager.findOneBy(ConcernStatusRow, { org, id });
      if (!row?.codes.includes(codeHash)) return undefined;
      const { stage, assigned, language, receivedAt, addedAt } = row;
      const own = await this.inWords(tx, row, row.said);
      const said = [...own, ...(await this.saidToBoth(tx, row, id))];
      return { id, stage, assigned, language, receivedAt, ...(addedAt && { addedAt }), said };
    });
  }

  /**
   * What was merged away is answered on the one that remains: of that, only the answers that went to this submitter too.
   * The rest is another person's. The way ends: each goes into one that was received earlier.
   */
  private async saidToBoth(tx: Tx, { org, mergedInto }: ConcernStatusRow, id: string): Promise<SaidInWords[]> {
    const row = mergedInto && (await tx.manager.findOneBy(ConcernStatusRow, { org, id: mergedInto }));
    if (!row) return [];
    const theirs = row.said.filter(({ alsoTo = [] }) => alsoTo.includes(id));
    const said = await this.inWords(tx, row, theirs);
    return [...said, ...(await this.saidToBoth(tx, row, id))];
  }

  /** Field by field, by the label SHARED: what is not told to patients stays shut, whatever a row may hold. */
  private async inWords(
    tx: Tx,
    { org, id }: ConcernStatusRow,
    said: readonly SaidToSubmitter[],
  ): Promise<SaidInWords[]> {
    const words = await disclose(
      this.opener,
      tx,
      { org, stream: `concern-${id}` },
      said.map(({ type, eventId, shared }) => ({
        shape: SHAPES.get(type) as EventType,
        eventId,
        labels: ['SHARED'],
        data: shared,
      })),
    );
    return said.map(({ eventId: _eventId, alsoTo: _alsoTo, shared: _shared, ...one }, index) => ({
      ...one,
      words: words[index] as Shown,
    }));
  }
}
