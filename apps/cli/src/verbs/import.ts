import { accessSync, constants, createReadStream, statSync } from 'node:fs';
import type { Readable } from 'node:stream';
import { type Command, Option } from 'commander';
import { fromCsvRow, type WrittenRecord } from '#safety-events';
import { Mistake } from '../session/mistake.js';
import { Session } from '../session/session.js';
import { abreast } from './abreast.js';
import { actingOptions } from './acting-options.js';
import type { CaseRow } from './case-row.js';
import { CasesImport } from './cases-import.js';
import { CommonFormatsImport } from './cfer-import.js';
import { csvRows } from './csv-rows.js';
import type { ImportSummary, Outcome, Refused } from './import-summary.js';
import type { Importing } from './imported-history.js';
import { jsonRows } from './json-rows.js';
import { importLines } from './line-import.js';
import { MaudeImport } from './maude-import.js';
import { show } from './output.js';
import { Progress } from './progress.js';

interface Options extends Importing {
  readonly as: string;
  readonly into?: string;
  readonly format: 'json' | 'csv';
  readonly json?: boolean;
}

const FORMATS: readonly string[] = ['maude', 'common-formats', 'cases-csv', 'jsonl'];

/** How many rows are on their way at once: enough to fill the ledger's batches. */
const ABREAST = 64;

export const importVerb = (program: Command): void => {
  const verb = program
    .command('import <file>')
    .description('bring in reports from an outside source, or what another installation has exported')
    .requiredOption(
      '--as <format>',
      'what the file holds: maude (an openFDA MAUDE device extract, CSV), common-formats (AHRQ Common Formats Hospital 1.2, flat), cases-csv (open resolution cases, from a spreadsheet), jsonl (an export of ours)',
    )
    .addOption(
      new Option('--format <kind>', 'common-formats: how it is written').choices(['json', 'csv']).default('json'),
    );
  actingOptions(verb, 'who imports', 'importer')
    .option(
      '--approved-by <who>',
      'who approved bringing them in, another person than who imports; required, but for personas in development (risk-manager; jsonl: operator)',
    )
    .option(
      '--into <id>',
      'jsonl: an empty organization (default: the one that the events are of); in another one their words stay sealed for good',
    )
    .option(
      '--facility <id>',
      'maude, common-formats, cases-csv: the facility that they are filed under (default: where the persona works; required beside the id of a person)',
    )
    .addHelpText(
      'after',
      '\nImporting a file twice adds nothing; a broken row is told with its line and reason while the rest goes in.\nExit code: 0 when the file was read to its end (whether or not rows were refused), another when it was not.',
    )
    .action(async (file: string, options: Options) => {
      if (!FORMATS.includes(options.as))
        throw new Mistake(`--as ${options.as} is not a format that can be imported. There are: ${FORMATS.join(', ')}.`);
      const found = statSync(file, { throwIfNoEntry: false });
      if (!found || found.isDirectory()) throw new Mistake(`There is no file ${file}.`); // a pipe is as good as a file
      if (!mayRead(file)) throw new Mistake(`The file ${file} may not be read by you.`);
      const summary = await Session.during(async (session) => {
        // a pipe gives its lines once: they are for the import, not for counting
        const lines = found.isFile() ? await linesOf(file) : undefined;
        if (options.as === 'jsonl') return importLines(session, file, options, lines);
        return importRows(await targetOf(session, options), createReadStream(file), new Progress('line', lines));
      });
      show(options.json, summary, tell(summary));
    });
};

const mayRead = (file: string): boolean => {
  try {
    accessSync(file, constants.R_OK);
    return true;
  } catch {
    return false;
  }
};

/** A row by the line on which it begins, or what is wrong with it. */
type Row<R> = { readonly line: number; readonly row: R } | { readonly line: number; readonly problem: string };

/** How the rows of a file are read, and what becomes of one. */
interface Target<R> {
  rows(source: Readable): AsyncIterable<Row<R>>;
  take(row: R): Promise<Outcome>;
}

type StringRow = Readonly<Record<string, string>>;

const targetOf = async (session: Session, options: Options): Promise<Target<unknown>> => {
  if (options.as === 'maude') {
    const maude = await MaudeImport.begin(session, options);
    return {
      rows: (source) => csvRows(source, (header) => maude.checkColumns(header)),
      take: (row) => maude.take(row as StringRow),
    };
  }
  if (options.as === 'cases-csv') {
    const cases = await CasesImport.begin(session, options);
    return {
      rows: (source) => csvRows(source, (header) => cases.checkColumns(header)),
      take: (row) => cases.take(row as CaseRow),
    };
  }
  const formats = await CommonFormatsImport.begin(session, options);
  return options.format === 'csv'
    ? {
        rows: (source) => csvRows(source, (header) => formats.checkColumns(header)),
        take: (row) => formats.take(fromCsvRow(row as StringRow)),
      }
    : { rows: jsonRows, take: (row) => formats.take(row as WrittenRecord) };
};

/** Sends the rows of a file, many abreast, and counts what became of them. */
const importRows = async <R>(target: Target<R>, source: Readable, progress: Progress): Promise<ImportSummary> => {
  const outcomes = { accepted: 0, duplicate: 0 };
  const refusals: Refused[] = [];
  const take = async (row: Row<R>): Promise<void> => {
    const outcome = 'problem' in row ? { refused: row.problem } : await target.take(row.row);
    if (typeof outcome === 'string') outcomes[outcome] += 1;
    else refusals.push({ line: row.line, reason: outcome.refused });
    progress.show(row.line);
  };
  try {
    await abreast(target.rows(source), ABREAST, take);
  } finally {
    progress.stop();
  }
  refusals.sort((a, b) => a.line - b.line);
  return {
    read: outcomes.accepted + outcomes.duplicate + refusals.length,
    ...outcomes,
    refused: refusals.length,
    refusals,
  };
};

const linesOf = async (file: string): Promise<number> => {
  let lines = 0;
  for await (const chunk of createReadStream(file, 'latin1')) lines += (chunk as string).split('\n').length - 1;
  return lines;
};

const tell = ({ read, accepted, duplicate, refused, refusals }: ImportSummary): string =>
  [
    `${read} rows read: ${accepted} accepted, ${duplicate} there already, ${refused} refused`,
    ...refusals.map(({ line, reason }) => `  line ${line}: ${reason}`),
  ].join('\n');
