import { auditRead, type Caller, type Read } from '#kernel/access';
import type { EventType, Instant, Label } from '#kernel/core';
import type { Tx } from '#kernel/platform';
import { disclose, type Opener, type Shown } from '#kernel/privacy';
import { withheldStreams } from '#kernel/readers';
import type { Cover } from '../resolution-case/people.state.js';
import { type ResolutionCaseFact, resolutionCaseCatalogue } from '../resolution-case/resolution-case.events.js';
import { caseAfter, isActive, type ResolutionCase, teamOf } from '../resolution-case/resolution-case.state.js';
import { streamOf } from './case-deadlines.js';
import { caseRecord } from './case-record.projection.js';
import { CaseRecordRow, type RecordedFact } from './case-record.row.js';
import { sightOf } from './sight.js';

/** A step of a case: what was done, when, by whom, and what it said, field by field as its reader may see it. */
export type TimelineStep = Omit<RecordedFact, 'data' | 'eventId'> & { readonly said?: Shown };

/** What a reader asks for: which case, as whom, when. */
export interface Sought {
  readonly id: string;
  readonly caller: Caller;
  readonly read: Pick<Read, 'route' | 'requestId'>;
  /** Nothing of other labels is shown, where fewer are asked for than the caller may see. */
  readonly only?: readonly Label[];
  /** Streams that are shown beside the case's own. */
  readonly beside?: readonly string[];
  readonly now: Instant;
}

/** A case that its reader may see. */
export interface SeenCase {
  readonly row: CaseRecordRow;
  readonly standing: ResolutionCase;
  readonly cover?: Cover;
  /** What its reader sees of it. */
  readonly labels: readonly Label[];
  /** Present where steps that follow could not be read yet. */
  readonly withheld?: true;
}

const SHAPES: ReadonlyMap<string, EventType> = new Map(resolutionCaseCatalogue.map((shape) => [shape.type, shape]));

/**
 * One case, its read written down; nothing where there is none that the caller may see; `withheld` where there is one,
 * and nothing of it could be read yet.
 */
export const seenCase = async (
  tx: Tx,
  { id, caller, read, now, only, beside = [] }: Sought,
): Promise<SeenCase | 'withheld' | undefined> => {
  const { org, grant } = caller;
  const stream = streamOf(id);
  const row = await tx.manager.findOneBy(CaseRecordRow, { org, id });
  const stand = row && standOf(row);
  const sight = stand && sightOf(caller, { team: teamOf(stand.standing), cover: stand.cover }, now);
  const labels = sight?.filter((label) => !only || only.includes(label));
  await auditRead(tx, caller, {
    ...read,
    streams: labels ? [stream, ...beside] : [stream],
    ...(labels ? { result: 'shown', labels } : { result: 'absent' }),
  });
  const withheld = (await withheldStreams(tx, caseRecord, org)).has(stream);
  if (!labels) return withheld && grant.scope === 'all' ? 'withheld' : undefined;
  return { ...(stand as Stand), labels, ...(withheld && { withheld }) };
};

type Stand = Pick<SeenCase, 'row' | 'standing' | 'cover'>;

const standOf = (row: CaseRecordRow): Stand => {
  const facts = row.facts as readonly unknown[] as readonly ResolutionCaseFact[];
  const standing = facts.reduce<ResolutionCase>(caseAfter, { status: 'none' });
  const cover = isActive(standing) ? standing.people.cover : undefined;
  return { row, standing, ...(cover && { cover }) };
};

/** Steps that tell something by being there: that a payment had to be reported is counsel's part (domain.md 7.8). */
const TELLING: Readonly<Record<string, Label>> = { NpdbReportFiled: 'LEGAL', MedicareReportFiled: 'LEGAL' };

/** Who sees no field of any step is an auditor, and sees that each of them is there. */
const isShown = ({ type }: RecordedFact, labels: readonly Label[]): boolean => {
  const label = TELLING[type];
  return label === undefined || labels.length === 0 || labels.includes(label);
};

/** The steps of a case as somebody may see them who sees these labels. */
export const timelineOf = async (
  { tx, opener }: { readonly tx: Tx; readonly opener: Opener },
  { org, id, facts: all }: CaseRecordRow,
  labels: readonly Label[],
): Promise<readonly TimelineStep[]> => {
  const facts = all.filter((fact) => isShown(fact, labels));
  const said = await disclose(
    opener,
    tx,
    { org, stream: streamOf(id) },
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
};

/** The labels of what facts say: which of them there are in a case. */
export const labelsOf = (facts: readonly RecordedFact[]): ReadonlySet<Label> =>
  new Set(
    facts.flatMap(({ type, data }) => Object.keys(data).flatMap((name) => SHAPES.get(type)?.fields[name]?.label ?? [])),
  );
