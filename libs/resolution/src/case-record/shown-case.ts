import { auditRead, type Caller, type Read } from '#kernel/access';
import type { EventType, Instant, Label } from '#kernel/core';
import type { Tx } from '#kernel/platform';
import { disclose, type Opener, type Shown } from '#kernel/privacy';
import { withheldStreams } from '#kernel/readers';
import { type ResolutionCaseFact, resolutionCaseCatalogue } from '../resolution-case/resolution-case.events.js';
import { caseAfter, type ResolutionCase } from '../resolution-case/resolution-case.state.js';
import { streamOf } from './case-deadlines.js';
import { caseRecord } from './case-record.projection.js';
import { CaseRecordRow, type RecordedFact } from './case-record.row.js';
import { type Cover, coverAfter, coversAt, teamOf } from './whose-case.js';

/** A step of a case: what was done, when, by whom, and what it said, field by field as its reader may see it. */
export type TimelineStep = Omit<RecordedFact, 'data' | 'eventId'> & { readonly said?: Shown };

/** What a reader asks for: which case, as whom, when. */
export interface Sought {
  readonly id: string;
  readonly caller: Caller;
  readonly read: Pick<Read, 'route' | 'requestId'>;
  /** Which labels are shown, where they are fewer than the caller may see. */
  readonly labels?: readonly Label[];
  readonly now: Instant;
}

/** A case that its reader may see. */
export interface SeenCase {
  readonly row: CaseRecordRow;
  readonly standing: ResolutionCase;
  readonly cover?: Cover;
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
  { id, caller, read, now, labels = caller.grant.labels }: Sought,
): Promise<SeenCase | 'withheld' | undefined> => {
  const { org, grant, personId } = caller;
  const stream = streamOf(id);
  const row = await tx.manager.findOneBy(CaseRecordRow, { org, id });
  const seen = row && standOf(row);
  const visible = seen && (grant.scope === 'all' || isOn(seen, personId, now));
  await auditRead(tx, caller, {
    ...read,
    streams: [stream],
    ...(visible ? { result: 'shown', labels } : { result: 'absent' }),
  });
  const withheld = (await withheldStreams(tx, caseRecord, org)).has(stream);
  if (!visible) return withheld && grant.scope === 'all' ? 'withheld' : undefined;
  return { ...seen, ...(withheld && { withheld }) };
};

const standOf = (row: CaseRecordRow): SeenCase => {
  const facts = row.facts as readonly unknown[] as readonly ResolutionCaseFact[];
  const cover = facts.reduce<Cover | undefined>(coverAfter, undefined);
  return { row, standing: facts.reduce<ResolutionCase>(caseAfter, { status: 'none' }), ...(cover && { cover }) };
};

const isOn = ({ standing, cover }: SeenCase, person: string, now: Instant): boolean =>
  teamOf(standing).includes(person) || (coversAt(cover, now) && cover.person === person);

/** The steps of a case as somebody may see them who sees these labels. */
export const timelineOf = async (
  { tx, opener }: { readonly tx: Tx; readonly opener: Opener },
  { org, id, facts }: CaseRecordRow,
  labels: readonly Label[],
): Promise<readonly TimelineStep[]> => {
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
