import { createWriteStream, existsSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { QueryBus } from '@nestjs/cqrs';
import type { Caller } from '#kernel/access';
import { Log, Placements } from '#kernel/ledger';
import { TimeOrderedIds } from '#kernel/platform';
import { Views } from '#kernel/readers';
import {
  type CommonFormatsRecord,
  csvHeader,
  csvLine,
  ExportCommonFormats,
  jsonLine,
  type LeftOut,
  safetyEventFormats,
} from '#safety-events';
import type { Acting } from '../session/acting.js';
import { Mistake } from '../session/mistake.js';
import { Session } from '../session/session.js';

/** What to write, and to where; without `out` to the standard output. */
export interface CommonFormatsOptions extends Acting {
  readonly format: 'json' | 'csv';
  readonly withNarratives?: boolean;
  readonly out?: string;
}

/** How an export came out: lines written, and safety events of which nothing was, by why. */
export interface CommonFormatsSummary {
  readonly records: number;
  readonly leftOut: Readonly<Partial<Record<LeftOut, number>>>;
  /** Safety events of which something could not be read yet, and that are not as they will be. */
  readonly withheld: number;
}

const PAGE = 500;
/** How often two seconds are waited for the view: it is behind for longer where no worker runs. */
const PATIENCE = 15;

/** Writes an organization's safety events as flat Common Formats records; what was read is audited page by page. */
export const exportCommonFormats = async (options: CommonFormatsOptions): Promise<CommonFormatsSummary> => {
  const { out } = options;
  if (out && existsSync(out))
    throw new Mistake(`There is a file ${out} already: an export is never written over another.`);
  return Session.during(async (session) => {
    const caller = await session.caller(options, 'safety-event.export');
    await caughtUp(session, caller);
    const count = { records: 0, leftOut: {} as Partial<Record<LeftOut, number>>, withheld: 0 };
    const source = Readable.from(textOf(session, caller, options, count));
    await (out ? toFile(source, out) : pipeline(source, process.stdout, { end: false }));
    return count;
  });
};

/** What was committed before is in the file: the view comes to the head first. */
const caughtUp = async (session: Session, { org }: Caller): Promise<void> => {
  const ledger = (await session.part(Placements).ledgerOf(org)) ?? 1;
  const head = await session.part(Log).head(ledger);
  for (let tries = 0; tries < PATIENCE; tries += 1)
    if ((await session.part(Views).reached(safetyEventFormats, org, head)) === 'caught-up') return;
  throw new Mistake(
    'The view of the formats is behind the ledger: does a worker run, and does it read? (readers status)',
  );
};

type Count = { -readonly [K in keyof CommonFormatsSummary]: CommonFormatsSummary[K] } & {
  leftOut: Partial<Record<LeftOut, number>>;
};

async function* textOf(
  session: Session,
  caller: Caller,
  { format, withNarratives = false }: CommonFormatsOptions,
  count: Count,
): AsyncGenerator<string> {
  const narratives = { narratives: withNarratives };
  const line = (record: CommonFormatsRecord) => (format === 'csv' ? csvLine(record, narratives) : jsonLine(record));
  if (format === 'csv') yield csvHeader(narratives);
  const read = { route: 'forthright export', requestId: new TimeOrderedIds().next() };
  let after: string | undefined;
  do {
    const options = { ...narratives, ...(after && { after }), limit: PAGE };
    const page = await session.part(QueryBus).execute(new ExportCommonFormats(options, caller, read));
    count.records += page.records.length;
    count.withheld += page.withheld;
    for (const reason of page.leftOut) count.leftOut[reason] = (count.leftOut[reason] ?? 0) + 1;
    if (page.records.length > 0) yield page.records.map(line).join('');
    after = page.next;
  } while (after);
}

/** Whole or not at all. */
const toFile = async (source: Readable, out: string): Promise<void> => {
  const part = `${out}.part`;
  try {
    await pipeline(source, createWriteStream(part, { mode: 0o600, flush: true }));
    await rename(part, out);
  } catch (error) {
    await rm(part, { force: true });
    throw error;
  }
};

/** Whether every safety event is in the file. */
export const isWhole = ({ leftOut, withheld }: CommonFormatsSummary): boolean =>
  withheld === 0 && Object.keys(leftOut).length === 0;

/** The summary in words. */
export const inWords = ({ records, leftOut, withheld }: CommonFormatsSummary, where: string): string =>
  [
    `${records} records written to ${where}`,
    ...Object.entries(leftOut).map(([reason, count]) => `  ${count} left out: ${reason}`),
    ...(withheld > 0 ? [`  ${withheld} of which something could not be read yet: see readers status`] : []),
  ].join('\n');
