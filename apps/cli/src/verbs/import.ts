import { createReadStream, statSync } from 'node:fs';
import { SingleBar } from 'cli-progress';
import type { Command } from 'commander';
import { Mistake } from '../session/mistake.js';
import { type Acting, Session } from '../session/session.js';
import { type CsvRow, csvRows } from './csv-rows.js';
import type { ImportSummary, Outcome, Refused } from './import-summary.js';
import { MaudeImport } from './maude-import.js';
import { show } from './output.js';

interface Options extends Acting {
  readonly as: string;
  readonly approvedBy: string;
  readonly json?: boolean;
}

/** How many rows are on their way at once: enough to fill the ledger's batches. */
const ABREAST = 64;

export const importVerb = (program: Command): void => {
  program
    .command('import <file>')
    .description('bring in reports from an outside source as safety events')
    .requiredOption('--as <format>', 'what the file holds: maude (an openFDA MAUDE device extract, CSV)')
    .option('--by <persona>', 'who imports', 'importer')
    .option(
      '--approved-by <persona>',
      'who approved bringing in old reports; another person than who imports',
      'risk-manager',
    )
    .option('--org <id>', 'the organization (default: the first seeded one)')
    .option('--facility <id>', 'the facility that the reports are filed under (default: where the persona works)')
    .option('--json', 'print the summary as JSON')
    .addHelpText(
      'after',
      '\nImporting a file twice adds nothing; a broken row is told with its line and reason while the rest goes in.\nExit code: 0 when the file was read to its end (whether or not rows were refused), 1 when it was not.',
    )
    .action(async (file: string, options: Options) => {
      if (options.as !== 'maude')
        throw new Mistake(`--as ${options.as} is not a format that can be imported. There is: maude.`);
      const found = statSync(file, { throwIfNoEntry: false });
      if (!found || found.isDirectory()) throw new Mistake(`There is no file ${file}.`); // a pipe is as good as a file
      const summary = await Session.during(async (session) =>
        importFile(file, await MaudeImport.begin(session, options)),
      );
      show(options.json, summary, tell(summary));
    });
};

/** Sends the rows of a CSV file, many abreast, and counts what became of them. */
const importFile = async (file: string, target: MaudeImport): Promise<ImportSummary> => {
  const bar = await progressBar(file);
  const outcomes = { accepted: 0, duplicate: 0 };
  const refusals: Refused[] = [];
  const settle = (line: number, outcome: Outcome) => {
    if (typeof outcome === 'string') outcomes[outcome] += 1;
    else refusals.push({ line, reason: outcome.refused });
    bar?.update(line);
  };
  const underway = new Set<Promise<unknown>>();
  for await (const row of csvRows(createReadStream(file), (header) => target.checkColumns(header))) {
    const one: Promise<unknown> = outcomeOf(row, target)
      .then((outcome) => settle(row.line, outcome))
      .finally(() => underway.delete(one));
    underway.add(one);
    if (underway.size >= ABREAST) await Promise.race(underway);
  }
  await Promise.all(underway);
  bar?.stop();
  refusals.sort((a, b) => a.line - b.line);
  return {
    read: outcomes.accepted + outcomes.duplicate + refusals.length,
    ...outcomes,
    refused: refusals.length,
    refusals,
  };
};

const outcomeOf = async (row: CsvRow, target: MaudeImport): Promise<Outcome> =>
  'problem' in row ? { refused: row.problem } : target.take(row.row);

/** On a terminal only: a pipe gets the summary and nothing else. */
const progressBar = async (file: string): Promise<SingleBar | undefined> => {
  if (!process.stderr.isTTY) return undefined;
  const format = '{bar} line {value} of {total}, {duration_formatted}';
  const bar = new SingleBar({ format, stream: process.stderr, hideCursor: true });
  bar.start(await linesOf(file), 0);
  return bar;
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
