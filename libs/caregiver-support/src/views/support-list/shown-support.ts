import { In } from 'typeorm';
import { DueListRow } from '#kernel/clocks';
import type { Instant } from '#kernel/core';
import type { Tx } from '#kernel/platform';
import type { Opener } from '#kernel/privacy';
import { present } from '#kernel/readers';
import type { SupportRow } from './support.row.js';
import type { SupportBody } from './support-list.body.js';

export const streamOf = ({ id }: Pick<SupportRow, 'id'>): string => `caregiver-support-${id}`;

/** Lines as peer supporters see them: with who it is, and until when the first offer is owed. */
export const shownSupport = async (
  tx: Tx,
  opener: Opener,
  rows: readonly SupportRow[],
  now: Instant,
): Promise<readonly SupportBody[]> => {
  const [{ org } = { org: '' }] = rows;
  const opened = await opener.openAll(
    tx,
    org,
    rows.map((row) => ({ stream: streamOf(row), ref: row.staff })),
  );
  const clocks = rows.length > 0 ? await tx.manager.findBy(DueListRow, { org, stream: In(rows.map(streamOf)) }) : [];
  return rows.map((row, at): SupportBody => {
    const { org: _org, staff: _staff, answer: _answer, inError: _inError, position: _position, ...line } = present(row);
    const who = opened[at];
    const clock = clocks.find(({ stream }) => stream === streamOf(row));
    return {
      ...line,
      ...(who && 'clear' in who && { staff: who.clear }),
      ...(clock && { dueAt: clock.dueAt }),
      late: clock?.open === true && clock.dueAt < now,
    };
  });
};
