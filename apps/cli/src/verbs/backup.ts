import { existsSync } from 'node:fs';
import type { Command } from 'commander';
import { actingReadersOf, migrationsOf } from '#kernel/assembly';
import { type Restored, restoreBackup, type Taken, takeBackup } from '#kernel/backup';
import { Database } from '#kernel/platform';
import { MasterKey } from '#kernel/privacy';
import { contexts } from '../contexts.js';
import type { Acting } from '../session/acting.js';
import { duringEmpty } from '../session/empty-instance.js';
import { Mistake } from '../session/mistake.js';
import { Session } from '../session/session.js';
import { actingOptions } from './acting-options.js';
import { forgottenIn } from './forgotten-list.js';
import { columns, show } from './output.js';
import { Progress } from './progress.js';

interface Options {
  readonly unverified?: boolean;
  readonly json?: boolean;
}

export const backupVerbs = (program: Command): void => {
  backupVerb(program);
  restoreVerb(program);
};

const backupVerb = (program: Command): void => {
  const verb = program
    .command('backup <file>')
    .description('write everything that cannot be made again into one file, while others go on working');
  actingOptions(verb, 'who asks', 'operator')
    .option('--unverified', 'save a ledger that is known not to hold')
    .addHelpText(
      'after',
      '\nThe file holds every organization, words sealed and keys wrapped: without the master key nobody reads a word of it.\nKeep both, and apart. What is forgotten after a backup is told to a restore by\n  forthright export FILE --as jsonl --all --types SubjectErased',
    )
    .action(async (file: string, { unverified, json, ...acting }: Acting & Options) => {
      if (existsSync(file))
        throw new Mistake(`There is a file ${file} already: a backup is never written over another.`);
      const taken = await Session.during(async (session) => {
        await session.caller(acting, 'backup.take');
        const db = await Database.open({ url: session.config.databaseUrl, role: 'owner', max: 2 });
        const progress = new Progress('step', 0);
        const onProgress = (done: number, of: number) => progress.show(done, of);
        try {
          const master = session.part(MasterKey);
          return await takeBackup({ db, master, file, onProgress, ...(unverified && { unverified }) });
        } finally {
          progress.stop();
          await db.close();
        }
      });
      show(json, taken, tellTaken(file, taken));
    });
};

const restoreVerb = (program: Command): void => {
  program
    .command('restore <file>')
    .description('fill the empty database of DATABASE_URL (or of an empty data folder) from a backup, all or nothing')
    .option(
      '--forgotten <file>',
      'who was forgotten after the backup was taken: SubjectErased lines of an export --as jsonl',
    )
    .option('--unverified', 'take a backup that was taken --unverified')
    .option('--json', 'print as JSON')
    .addHelpText(
      'after',
      '\nNeeds the master key under which the backup was taken, as MASTER_KEY or as master.key in the data folder. An empty\ndatabase has nobody in it whose permission could be asked: whoever has its address and the key may do this.\nExit code: 1 when the backup is not as it was written (nothing is stored), 2 when it does not fit here.',
    )
    .action(async (file: string, options: Options & { forgotten?: string }) => {
      if (!existsSync(file)) throw new Mistake(`There is no file ${file}.`);
      const forgotten = options.forgotten ? await forgottenIn(options.forgotten) : [];
      const restored = await duringEmpty(async ({ url, master }) => {
        const progress = new Progress('position', 0);
        try {
          return await restoreBackup({
            url,
            master,
            file,
            forgotten,
            migrations: migrationsOf(contexts),
            acting: actingReadersOf(contexts),
            onProgress: (done, of) => progress.show(done, of),
            ...(options.unverified && { unverified: true }),
          });
        } finally {
          progress.stop();
        }
      });
      show(options.json, restored, tellRestored(restored, options.forgotten !== undefined));
    });
};

const tellTaken = (file: string, { rows, heads, verified }: Taken): string =>
  [
    `Written to ${file}, ${verified ? 'every leaf and link recomputed' : 'NOT verified'}:`,
    columns(Object.entries(rows).map(([table, count]) => [`  ${table}`, String(count)])),
    ...heads.map(({ ledger, position, chain }) => `  ledger ${ledger} up to ${position}, chain ${chain.slice(0, 16)}…`),
  ].join('\n');

const tellRestored = ({ takenAt, positions, forgotten, held, verified }: Restored, told: boolean): string =>
  [
    `Restored as of ${takenAt}: ${positions} positions, ${verified ? 'every leaf and link recomputed' : 'NOT verified'}.`,
    `${forgotten} forgotten subjects are forgotten again.`,
    `${held} mails were on their way and wait for a decision (\`effects list\`), as will every mail that follows from this past.`,
    ...(told ? [] : ['Nobody said who was forgotten since: whoever was is readable again (--forgotten).']),
    'Start a worker with an empty Redis (or another REDIS_PREFIX): it fills the views. Let people in when `doctor` is content.',
  ].join('\n');
