import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { auditRead, type Caller, type Read } from '#kernel/access';
import type { Actor, EventType, Label } from '#kernel/core';
import { Database } from '#kernel/platform';
import { disclose, Opener, type Shown } from '#kernel/privacy';
import { withheldStreams } from '#kernel/readers';
import { concernCatalogue } from '../../concern/concern.events.js';
import { concernRecord } from './concern-record.projection.js';
import { ConcernRecordRow, type RecordedFact } from './concern-record.row.js';
import { type ConcernSection, stepOf } from './concern-record.steps.js';

/** A step in the history of a concern: what was done, when, and by whom. */
export type ConcernHistoryStep = Omit<RecordedFact, 'data' | 'eventId'>;

/** A concern as its reader may see it: what each step said, then the steps in order. Where it stands is in the inbox. */
export type ConcernRecord = {
  readonly id: string;
  readonly revision: number;
  readonly position: number;
  readonly owner?: string;
  /** Present where steps that follow could not be read yet. */
  readonly withheld?: true;
  readonly history: readonly ConcernHistoryStep[];
} & { readonly [S in ConcernSection]?: Shown | readonly Shown[] };

/**
 * One concern with its history; nothing where there is none that the caller may see; `withheld` where there is one, and
 * nothing of it could be read yet.
 */
export class ReadConcern extends Query<ConcernRecord | 'withheld' | undefined> {
  constructor(
    readonly id: string,
    readonly caller: Caller,
    readonly read: Pick<Read, 'route' | 'requestId'>,
  ) {
    super();
  }
}

const SHAPES: ReadonlyMap<string, EventType> = new Map(concernCatalogue.map((shape) => [shape.type, shape]));

@QueryHandler(ReadConcern)
export class ReadConcernHandler implements IQueryHandler<ReadConcern> {
  constructor(
    private readonly db: Database,
    private readonly opener: Opener,
  ) {}

  execute({ id, caller, read }: ReadConcern): Promise<ConcernRecord | 'withheld' | undefined> {
    const { org, grant, personId } = caller;
    const stream = `concern-${id}`;
    return this.db.inOrg(org, async (tx) => {
      const row = await tx.manager.findOneBy(ConcernRecordRow, { org, id });
      const visible = row && (grant.scope === 'all' || row.owner === personId);
      await auditRead(tx, caller, { ...read, streams: [stream], result: visible ? 'shown' : 'absent' });
      const withheld = (await withheldStreams(tx, concernRecord, org)).has(stream);
      // Whose it is is not known: a liaison is told the same as of a concern that there never was.
      if (!visible) return withheld && grant.scope === 'all' ? 'withheld' : undefined;
      const facts = row.facts.map(({ type, eventId, data }) => ({
        shape: SHAPES.get(type) as EventType,
        eventId,
        labels: grant.labels,
        data: data as Readonly<Record<string, unknown>>,
      }));
      const said = await disclose(this.opener, tx, { org, stream }, facts);
      return { ...recordOf(row, said, grant.labels), ...(withheld && { withheld }) };
    });
  }
}

const recordOf = (
  { id, revision, position, owner, facts }: ConcernRecordRow,
  said: readonly Shown[],
  labels: readonly Label[],
): ConcernRecord => ({
  id,
  revision,
  position,
  ...(owner && labels.includes('OPER') && { owner }),
  ...(labels.length > 0 && sectionsOf(facts, said)),
  history: facts.map((fact) => historyStepOf(fact, labels)),
});

const sectionsOf = (facts: readonly RecordedFact[], said: readonly Shown[]) => {
  const sections: { [name: string]: Shown | Shown[] } = {};
  for (const [index, { type }] of facts.entries()) {
    const { section, many } = stepOf(type);
    const shown = said[index] as Shown;
    sections[section] = many ? [...((sections[section] as Shown[] | undefined) ?? []), shown] : shown;
  }
  return sections;
};

/** Labels hold for the envelope too: who submitted is a matter of IDENT, the codes beside the data of OPER. */
const historyStepOf = (
  { data: _data, eventId: _eventId, actor, meta, ...fact }: RecordedFact,
  labels: readonly Label[],
): ConcernHistoryStep => ({
  ...fact,
  actor: labels.includes('IDENT') ? actor : withoutSubmitter(actor),
  meta: labels.includes('OPER') ? meta : {},
});

const withoutSubmitter = (actor: Actor): Actor =>
  actor.kind === 'staff' || actor.kind === 'system' ? actor : { kind: actor.kind, role: actor.role };
