import { auditRead, type Caller, type Read } from '#kernel/access';
import type { EventType, Label } from '#kernel/core';
import type { Tx } from '#kernel/platform';
import { disclose, type Opener, type Shown } from '#kernel/privacy';
import { withheldStreams } from '#kernel/readers';
import { resolutionCaseCatalogue } from '../resolution-case/resolution-case.events.js';
import { resolutionCase } from './case.projection.js';
import { CaseRow, type RecordedFact } from './case.row.js';
import { isOn } from './case.team.js';

/** Who asks for which case, and by what request. */
export interface CaseAsked {
  readonly id: string;
  readonly caller: Caller;
  readonly read: Pick<Read, 'route' | 'requestId'>;
}

/** The shapes of a case's facts, by their names. */
export const SHAPES: ReadonlyMap<string, EventType> = new Map(
  resolutionCaseCatalogue.map((shape) => [shape.type, shape]),
);

const streamOf = (id: string): string => `resolution-case-${id}`;

/**
 * The case that is asked for, and whether facts of it could not be read yet; nothing where there is none that the caller
 * may see; `withheld` where there is one, and nothing of it could be read yet. The read is kept either way.
 */
export const caseAsked = async (
  tx: Tx,
  { id, caller, read }: CaseAsked,
): Promise<{ readonly row: CaseRow; readonly withheld: boolean } | 'withheld' | undefined> => {
  const { org, grant, personId } = caller;
  const row = await tx.manager.findOneBy(CaseRow, { org, id });
  const visible = row && (grant.scope === 'all' || isOn(row.facts, personId));
  await auditRead(tx, caller, { ...read, streams: [streamOf(id)], result: visible ? 'shown' : 'absent' });
  const withheld = (await withheldStreams(tx, resolutionCase, org)).has(streamOf(id));
  if (!visible) return withheld && grant.scope === 'all' ? 'withheld' : undefined;
  return { row, withheld };
};

/** What a fact of a case says, field by field as its reader may see it. */
export interface Told extends Pick<RecordedFact, 'type' | 'occurredAt'> {
  readonly said: Shown;
}

/** What the facts of a case say to somebody who may see these labels, one after the other. */
export const toldOf = async (
  opener: Opener,
  tx: Tx,
  { org, id, facts }: CaseRow,
  labels: readonly Label[],
): Promise<readonly Told[]> => {
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
  return facts.map(({ type, occurredAt }, index) => ({ type, occurredAt, said: said[index] as Shown }));
};
