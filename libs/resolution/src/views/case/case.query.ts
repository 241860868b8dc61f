import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { auditRead, type Caller, type Read } from '#kernel/access';
import type { EventType, Label } from '#kernel/core';
import { Database, type Tx } from '#kernel/platform';
import { disclose, Opener, type Shown } from '#kernel/privacy';
import { withheldStreams } from '#kernel/readers';
import { resolutionCase } from '../../record/case.projection.js';
import { CaseRow, type RecordedFact } from '../../record/case.row.js';
import { isOn } from '../../record/case.team.js';
import { resolutionCaseCatalogue } from '../../resolution-case/resolution-case.events.js';

/** A step of a case: what was done, when, by whom, and what it said, field by field as its reader may see it. */
export type TimelineStep = Omit<RecordedFact, 'data' | 'eventId'> & { readonly said?: Shown };

/** A case as its reader may see it, step by step. */
export interface CaseTimeline {
  readonly id: string;
  readonly revision: number;
  readonly position: number;
  readonly timeline: readonly TimelineStep[];
  /** Present where steps that follow could not be read yet. */
  readonly withheld?: true;
}

/**
 * One case with its timeline; nothing where there is none that the caller may see; `withheld` where there is one, and
 * nothing of it could be read yet.
 */
export class ReadCase extends Query<CaseTimeline | 'withheld' | undefined> {
  constructor(
    readonly id: string,
    readonly caller: Caller,
    readonly read: Pick<Read, 'route' | 'requestId'>,
  ) {
    super();
  }
}

const SHAPES: ReadonlyMap<string, EventType> = new Map(resolutionCaseCatalogue.map((shape) => [shape.type, shape]));

@QueryHandler(ReadCase)
export class ReadCaseHandler implements IQueryHandler<ReadCase> {
  constructor(
    private readonly db: Database,
    private readonly opener: Opener,
  ) {}

  execute({ id, caller, read }: ReadCase): Promise<CaseTimeline | 'withheld' | undefined> {
    const { org, grant } = caller;
    const stream = `resolution-case-${id}`;
    return this.db.inOrg(org, async (tx) => {
      const row = await tx.manager.findOneBy(CaseRow, { org, id });
      const visible = row && (grant.scope === 'all' || isOn(row.facts, caller.personId));
      await auditRead(tx, caller, { ...read, streams: [stream], result: visible ? 'shown' : 'absent' });
      const withheld = (await withheldStreams(tx, resolutionCase, org)).has(stream);
      if (!visible) return withheld && grant.scope === 'all' ? 'withheld' : undefined;
      const { revision, position } = row;
      const timeline = await this.timelineOf(tx, row, stream, grant.labels);
      return { id, revision, position, timeline, ...(withheld && { withheld }) };
    });
  }

  private async timelineOf(tx: Tx, { org, facts }: CaseRow, stream: string, labels: readonly Label[]) {
    const said = await disclose(
      this.opener,
      tx,
      { org, stream },
      facts.map(({ type, eventId, data }) => ({
        shape: SHAPES.get(type) as EventType,
        eventId,
        labels,
        data: data as Readonly<Record<string, unknown>>,
      })),
    );
    return facts.map(
      ({ data: _data, eventId: _eventId, meta, ...step }, index): TimelineStep => ({
        ...step,
        meta: labels.includes('OPER') ? meta : {},
        ...(labels.length > 0 && { said: said[index] as Shown }),
      }),
    );
  }
}
