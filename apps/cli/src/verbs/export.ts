import { createWriteStream, existsSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { type Command, Option } from 'commander';
import { auditRead, type Caller } from '#kernel/access';
import { exportLines } from '#kernel/backup';
import { uuid } from '#kernel/core';
import { Database, TimeOrderedIds } from '#kernel/platform';
import type { Acting } from '../session/acting.js';
import { Mistake } from '../session/mistake.js';
import { Session } from '../session/session.js';
import { actingOptions } from './acting-options.js';
import { type CommonFormatsOptions, exportCommonFormats, inWords, isWhole } from './cfer-export.js';
import { show } from './output.js';
import { Progress } from './progress.js';

interface Options extends Acting {
  readonly as: string;
  readonly of?: string;
  readonly all?: boolean;
  readonly types?: string;
  readonly withKeys?: boolean;
  readonly json?: boolean;
}

export const exportVerb = (program: Command): void => {
  const verb = program
    .command('export [file]')
    .description('write what is stored for others to read; who asked is recorded')
    .requiredOption(
      '--as <format>',
      'what to write: jsonl (events as they are stored, one a line, their words sealed; see libs/kernel/backup/README.md), common-formats (safety events as flat AHRQ Common Formats Hospital 1.2)',
    )
    .addOption(
      new Option('--format <kind>', 'common-formats: how it is written').choices(['json', 'csv']).default('json'),
    )
    .option('--out <file>', 'common-formats: the file to write (default: the standard output)')
    .option('--with-narratives', 'common-formats: the words of the reports as well, in clear: they are patient data');
  actingOptions(verb, 'who asks (common-formats: a risk manager)', 'operator')
    .option('--of <id>', 'the organization whose events they are (default: the one of who asks)')
    .option('--all', 'the events of every organization')
    .option('--types <names>', 'events of these types only, as in SubjectErased,LegalHoldPlaced')
    .option('--with-keys', 'the wrapped keys as well: an installation under the same master key can open the words')
    .action(async (named: string | undefined, options: Options & CommonFormatsOptions) => {
      if (options.as === 'common-formats') {
        const by = verb.getOptionValueSource('by') === 'default' ? 'risk-manager' : options.by;
        const out = options.out ?? named;
        return commonFormats({ ...options, by, ...(out && { out }) });
      }
      const file = checkOptions(named, options);
      const lines = await Session.during(async (session) => {
        const caller = await session.caller(options, 'organization.export');
        await noteExport(session, caller, options);
        return exportTo(file, session, caller, options);
      });
      show(options.json, { file, lines }, `${lines} lines written to ${file}`);
    });
};

const commonFormats = async (options: CommonFormatsOptions & { readonly json?: boolean }): Promise<void> => {
  const summary = await exportCommonFormats(options);
  const { out } = options;
  if (out) show(options.json, { file: out, ...summary }, inWords(summary, out));
  else if (!isWhole(summary)) process.stderr.write(`${inWords(summary, 'the standard output')}\n`); // out of the records' way
};

/** The file to write events to; refuses what cannot be. */
const checkOptions = (file: string | undefined, { as, of, all }: Options): string => {
  if (as !== 'jsonl')
    throw new Mistake(`--as ${as} is not a format that can be written. There are: jsonl, common-formats.`);
  if (!file) throw new Mistake('The file to write is required.');
  if (of !== undefined && (all || uuid().problem(of))) throw new Mistake('--of takes the id of one organization.');
  if (existsSync(file)) throw new Mistake(`There is a file ${file} already: an export is never written over another.`);
  return file;
};

/** Recorded before the first byte leaves. */
const noteExport = (session: Session, caller: Caller, { of, all }: Options): Promise<void> =>
  session.part(Database).inOrg(caller.org, (tx) =>
    auditRead(tx, caller, {
      route: 'forthright export',
      requestId: new TimeOrderedIds().next(),
      streams: [all ? '*' : `organization-${of ?? caller.org}`],
    }),
  );

const exportTo = async (file: string, session: Session, { org }: Caller, options: Options): Promise<number> => {
  const part = `${file}.part`;
  const progress = new Progress('position', 0);
  let lines = 0;
  const counted = async function* () {
    const exporting = exportLines({
      db: session.worker,
      onProgress: (done, of) => progress.show(done, of),
      ...(!options.all && { org: options.of ?? org }),
      ...(options.types && { types: options.types.split(',') }),
      ...(options.withKeys && { withKeys: true }),
    });
    for await (const some of exporting) {
      lines += some.split('\n').length - 1;
      yield some;
    }
  };
  try {
    await pipeline(counted(), createWriteStream(part, { mode: 0o600, flush: true }));
    await rename(part, file);
    return lines;
  } catch (error) {
    await rm(part, { force: true });
    throw error;
  } finally {
    progress.stop();
  }
};
