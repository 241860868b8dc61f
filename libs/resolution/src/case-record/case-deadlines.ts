import { DueListRow, defaultDefinitions, type OpenDeadline, openDeadlines } from '#kernel/clocks';
import type { Instant } from '#kernel/core';
import type { Tx } from '#kernel/platform';

/** A clock of a case: what it waits for, until when, where it stands, and who answers for it. */
export interface CaseClock extends Omit<OpenDeadline, 'stream' | 'id'> {
  readonly title?: string;
  /** When it was done, in time or late. */
  readonly metAt?: Instant;
  /** Past, not done, and not standing still. */
  readonly late: boolean;
}

const TITLES = new Map(defaultDefinitions.map(({ kind, title }) => [kind, title]));

/** The stream of a case. */
export const streamOf = (id: string): string => `resolution-case-${id}`;

/** The stream of the facts that are kept for a case. */
export const factsStreamOf = (id: string): string => `facts-${id}`;

/** What is still owed on these cases as of `now`, by the case's id, next due first. */
export const openClocksOf = async (
  tx: Tx,
  { org, ids, now }: { readonly org: string; readonly ids: readonly string[]; readonly now: Instant },
): Promise<ReadonlyMap<string, readonly CaseClock[]>> => {
  const clocks = new Map<string, CaseClock[]>(ids.map((id) => [streamOf(id), []]));
  for (const { stream, id: _id, ...deadline } of await openDeadlines(tx, org, [...clocks.keys()]))
    clocks.get(stream)?.push(clockOf({ ...deadline, open: true }, now));
  return new Map(ids.map((id) => [id, clocks.get(streamOf(id)) ?? []]));
};

/** Every clock that ever ran on a case, next due first. */
export const clocksOf = async (
  tx: Tx,
  { org, id, now }: { readonly org: string; readonly id: string; readonly now: Instant },
): Promise<readonly CaseClock[]> => {
  const rows = await tx.manager.find(DueListRow, {
    where: { org, stream: streamOf(id) },
    order: { dueAt: 'ASC', id: 'ASC' },
  });
  return rows.map((row) => clockOf({ ...row, subject: row.deadline.subject }, now));
};

type Deadline = Omit<OpenDeadline, 'stream' | 'id' | 'owner'> & {
  readonly open: boolean;
  readonly owner?: string | null;
  readonly metAt?: Instant | null;
};

const clockOf = (deadline: Deadline, now: Instant): CaseClock => {
  const { kind, subject, state, startsAt, dueAt, metAt, owner, open } = deadline;
  const title = TITLES.get(kind);
  return {
    kind,
    ...(title && { title }),
    ...(subject && { subject }),
    state,
    startsAt,
    dueAt,
    ...(metAt && { metAt }),
    ...(owner && { owner }),
    late: open && state !== 'paused' && dueAt < now,
  };
};
