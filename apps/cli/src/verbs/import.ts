import { createReadStream, existsSync } from 'node:fs';
import { SingleBar } from 'cli-progress';
import type { Command } from 'commander';
import { type CsvError, type Info, parse } from 'csv-parse';
import { Mistake } from '../session/mistake.js';
import { type Acting, Session } from '../session/session.js';
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
      if (!existsSync(file)) throw new Mistake(`There is no file ${file}.`);
      const summary = await Session.during(async (session) =>
        importFile(file, await MaudeImport.begin(session, options)),
      );
      show(options.json, summary, tell(summary));
    });
};

/** Sends the rows of a CSV file, many abreast, and counts what became of them. */
const importFile = async (file: string, target: MaudeImport): Promise<ImportSummary> => {
  const outcomes = { accepted: 0, duplicate: 0 };
  const refusals: Refused[] = [];
  const settle = (line: number, outcome: Outcome) => {
    if (typeof outcome === 'string') outcomes[outcome] += 1;
    else refusals.push({ line, reason: outcome.refused });
    bar?.increment();
  };
  const bar = progressBar();
  const parser = parse({
    columns: (header: string[]) => target.columns(header),
    bom: true,
    info: true,
    skip_empty_lines: true,
    skip_records_with_error: true,
  });
  parser.on('skip', (error: CsvError) => settle(Number(error.lines), { refused: error.message }));
  const source = createReadStream(file);
  source.on('error', (error) => parser.destroy(error));
  const rows = source.pipe(parser) as AsyncIterable<{ record: Record<string, string>; info: Info }>;
  const underway = new Set<Promise<void>>();
  for await (const { record, info } of rows) {
    const one = target.take(record).then((outcome) => settle(info.lines, outcome));
    underway.add(one.finally(() => underway.delete(one)));
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

/** On a terminal only: a pipe gets the summary and nothing else. */
const progressBar = (): SingleBar | undefined => {
  if (!process.stderr.isTTY) return undefined;
  const bar = new SingleBar({
    format: '{bar} {value} rows, {duration_formatted}',
    stream: process.stderr,
    hideCursor: true,
  });
  bar.start(0, 0);
  return bar;
};

const tell = ({ read, accepted, duplicate, refused, refusals }: ImportSummary): string =>
  [
    `${read} rows read: ${accepted} accepted, ${duplicate} there already, ${refused} refused`,
    ...refusals.map(({ line, reason }) => `  line ${line}: ${reason}`),
  ].join('\n');
