import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { auditRead, type Caller, type Read } from '#kernel/access';
import type { EventType, Label } from '#kernel/core';
import { Database } from '#kernel/platform';
import { disclose, Opener, type Said, type Shown } from '#kernel/privacy';
import { withheldStreams } from '#kernel/readers';
import type { Status } from '../../lines/safety-event-list.row.js';
import { safetyEventCatalogue } from '../../safety-event/safety-event.events.js';
import { isForReporter, isReporters, type SECTIONS, type SERIES, statusOf, stepOf } from './record.steps.js';
import { safetyEventRecord } from './safety-event-record.projection.js';
import { type RecordedFact, SafetyEventRecordRow } from './safety-event-record.row.js';
import { toldElsewhere } from './told-elsewhere.js';

/** A step in the history of a safety event: what was done, when, and by whom. */
export type HistoryStep = Omit<RecordedFact, 'data' | 'eventId'>;

/**
 * A safety event as its reader may see it: what each step said, by section (the last one holds) or side by side, then the
 * steps in order.
 */
export interface SafetyEventRecord
  extends Readonly<Partial<Record<(typeof SECTIONS)[number], Shown>>>,
    Readonly<Partial<Record<(typeof SERIES)[number], readonly Shown[]>>> {
  readonly id: string;
  readonly revision: number;
  readonly position: number;
  readonly status?: Status;
  /** Present where steps that follow could not be read yet. */
  readonly withheld?: true;
  readonly history: readonly HistoryStep[];
}

/**
 * One safety event with its history; nothing where there is none that the caller may see; `withheld` where there is one,
 * and nothing of it could be read yet.
 */
export class ReadSafetyEvent extends Query<SafetyEventRecord | 'withheld' | undefined> {
  constructor(
    readonly id: string,
    readonly caller: Caller,
    readonly read: Pick<Read, 'route' | 'requestId'>,
  ) {
    super();
  }
}

const SHAPES: ReadonlyMap<string, EventType> = new Map(safetyEventCatalogue.map((shape) => [shape.type, shape]));

@QueryHandler(ReadSafetyEvent)
export class ReadSafetyEventHandler implements IQueryHandler<ReadSafetyEvent> {
  constructor(
    private readonly db: Database,
    private readonly opener: Opener,
  ) {}

  execute({ id, caller, read }: ReadSafetyEvent): Promise<SafetyEventRecord | 'withheld' | undefined> {
    const { org, grant, personId } = caller;
    const stream = `safety-event-${id}`;
    return this.db.inOrg(org, async (tx) => {
      const row = await tx.manager.findOneBy(SafetyEventRecordRow, { org, id });
      const visible = row && (grant.scope === 'all' || row.reporter === personId);
      const elsewhere = visible && grant.scope === 'own' ? await toldElsewhere(tx, row) : [];
      const streams = [stream, ...elsewhere.map((one) => one.stream)];
      await auditRead(tx, caller, { ...read, streams, result: visible ? 'shown' : 'absent' });
      const withheld = (await withheldStreams(tx, safetyEventRecord, org)).has(stream);
      // Whose it is is not known: a reporter is told the same as of an event that there never was.
      if (!visible) return withheld && grant.scope === 'all' ? 'withheld' : undefined;
      // What the office does with a report is no part of what its reporter follows.
      const facts = row.facts.filter((fact) => grant.scope === 'all' || !stepOf(fact).office);
      const disclosed = (of: string, those: readonly RecordedFact[]) =>
        disclose(
          this.opener,
          tx,
          { org, stream: of },
          those.map((fact) => saidBy(fact, caller)),
        );
      const record = recordOf({ ...row, facts }, await disclosed(stream, facts), grant.labels);
      const feedback = [...(record.feedback ?? [])];
      for (const one of elsewhere) feedback.push(...(await disclosed(one.stream, one.facts)));
      return { ...record, ...(feedback.length > 0 && { feedback }), ...(withheld && { withheld }) };
    });
  }
}

/**
 * Who may read only what is their own reads their own words in it, what was written for them, and the codes of the
 * answers: nobody else's words (domain.md 7.8).
 */
const saidBy = (fact: RecordedFact, { grant, personId }: Caller): Said => {
  const { type, eventId } = fact;
  const shape = SHAPES.get(type);
  if (!shape) throw new Error(`A safety event holds no ${type}`);
  const data = fact.data as Said['data'];
  if (grant.scope === 'all' || fact.actor.id === personId) return { shape, eventId, labels: grant.labels, data };
  const labels = grant.labels.filter((label) => label === 'OPER' || (label === 'PHI' && isForReporter(fact)));
  return { shape: isForReporter(fact) ? shape : withoutWords(shape), eventId, labels, data };
};

const withoutWords = (shape: EventType): EventType => ({
  ...shape,
  fields: Object.fromEntries(Object.entries(shape.fields).filter(([, { sealed }]) => !sealed)),
});

const recordOf = (
  { id, revision, position, facts }: Pick<SafetyEventRecordRow, 'id' | 'revision' | 'position' | 'facts'>,
  said: readonly Shown[],
  labels: readonly Label[],
): SafetyEventRecord => {
  const status = labels.includes('OPER') && statusOf(facts);
  return {
    id,
    revision,
    position,
    ...(status && { status }),
    ...(labels.length > 0 && sectionsOf(facts, said)),
    history: facts.map((fact) => historyOf(fact, labels)),
  };
};

const sectionsOf = (facts: readonly RecordedFact[], said: readonly Shown[]) => {
  const sections: Record<string, Shown | Shown[]> = {};
  for (const [index, fact] of facts.entries()) {
    const { section, series } = stepOf(fact);
    const shown = said[index] as Shown;
    if (section) sections[section] = shown;
    if (series)
      sections[series] = [...((sections[series] as Shown[] | undefined) ?? []), { ...shown, revision: fact.revision }];
  }
  return sections;
};

/** Labels hold for the envelope too: who reported is a matter of IDENT, the codes beside the data of OPER. */
const historyOf = (recorded: RecordedFact, labels: readonly Label[]): HistoryStep => {
  const { data: _data, eventId: _eventId, actor, meta, ...step } = recorded;
  const hidden = isReporters(recorded) && !labels.includes('IDENT');
  const { onBehalfOf: _onBehalfOf, ...codes } = meta;
  return {
    ...step,
    actor: hidden ? { kind: actor.kind, role: actor.role } : actor,
    meta: labels.includes('OPER') ? (hidden ? codes : meta) : {},
  };
};
