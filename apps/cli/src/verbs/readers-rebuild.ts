import type { Command } from 'commander';
import { dropSuperseded, rebuilding } from '#kernel/assembly';
import type { Differences, Rebuild, SwitchedBy } from '#kernel/readers';
import { contexts } from '../contexts.js';
import type { Acting } from '../session/acting.js';
import { Mistake } from '../session/mistake.js';
import { Session } from '../session/session.js';
import { actingOptions } from './acting-options.js';
import { columns, show } from './output.js';
import { Progress } from './progress.js';

interface Options extends Acting {
  readonly switch?: boolean;
  readonly acceptDifferences?: boolean;
  readonly back?: boolean;
  readonly drop?: boolean;
  readonly status?: boolean;
  readonly json?: boolean;
}

/** What a verb prints, and whether what it was asked for holds. */
interface Answer {
  readonly result: object;
  readonly words: string;
  readonly holds?: boolean;
}

export const rebuildVerb = (readers: Command): void => {
  const verb = readers
    .command('rebuild <view>')
    .description(
      'builds a view anew from the log, beside the one that is read, and compares the two; exits 1 where they differ. JSON: { view, different, added, missing, sample, switched }',
    )
    .option('--switch', 'have the new one read from then on; the old one is kept for the way back')
    .option('--accept-differences', 'switch though the two differ')
    .option('--back', 'the way back: the view from before the last switch catches up and is read again')
    .option('--drop', 'forget the one that was built, and the one from before')
    .option('--status', 'tell what stands where');
  actingOptions(verb, 'who rebuilds', 'operator').action((view: string, options: Options) =>
    Session.during(async (session) => {
      const { org, actor } = await session.caller(options, 'readers.rebuild');
      const act = actOf(options, { org, person: actor.id ?? actor.kind });
      const { result, words, holds = true } = await rebuilding(session.config, contexts, view, act);
      show(options.json, { view, ...result }, words);
      if (!holds) process.exitCode = 1;
    }),
  );
};

export const dropVerb = (readers: Command): void => {
  const verb = readers
    .command('drop <reader>')
    .description('forgets a version of a reader that no process runs any more: its checkpoints and its tables')
    .requiredOption('--version <n>', 'which version, as readers status shows it');
  actingOptions(verb, 'who drops', 'operator').action(
    (name: string, { json, version, ...acting }: Acting & { json?: boolean; version: string }) =>
      Session.during(async (session) => {
        await session.caller(acting, 'readers.rebuild');
        if (!/^[1-9]\d{0,8}$/.test(version)) throw new Mistake('--version takes a whole number.');
        const dropped = await dropSuperseded(session.config, contexts, { name, version: Number(version) });
        show(json, { reader: name, version: Number(version), dropped }, droppedWords(dropped));
      }),
  );
};

const actOf = (options: Options, by: SwitchedBy): ((rebuild: Rebuild) => Promise<Answer>) => {
  const { switch: switching, acceptDifferences = false, back, drop, status } = options;
  if ([switching, back, drop, status].filter(Boolean).length > 1)
    throw new Mistake('--switch, --back, --drop and --status are four different things: name one of them.');
  if (acceptDifferences && !switching) throw new Mistake('--accept-differences goes with --switch.');
  if (status) return tellStatus;
  if (drop) return forget;
  if (back) return (rebuild) => goBack(rebuild, by);
  return (rebuild) => build(rebuild, switching ? { by, acceptDifferences } : undefined);
};

const build = async (
  rebuild: Rebuild,
  switching: { by: SwitchedBy; acceptDifferences: boolean } | undefined,
): Promise<Answer> => {
  if (switching) await rebuild.makesWay();
  await withProgress((told) => rebuild.fill(told));
  const result = switching
    ? await rebuild.switch(switching.by, switching)
    : { ...(await rebuild.compare()), switched: false };
  const end = result.switched
    ? 'It is the one that is read from now on; --back is the way back, --drop forgets the old one.'
    : 'It is not read yet: --switch does that, --drop forgets it.';
  return {
    result,
    words: [...differenceWords(result), end].join('\n'),
    holds: result.different === 0 || result.switched,
  };
};

const goBack = async (rebuild: Rebuild, by: SwitchedBy): Promise<Answer> => {
  await withProgress((told) => rebuild.back(by, told));
  return { result: { back: true }, words: 'The view from before is read again; the other one took its place.' };
};

const forget = async (rebuild: Rebuild): Promise<Answer> => {
  const dropped = await rebuild.drop();
  return { result: { dropped }, words: droppedWords(dropped) };
};

const tellStatus = async (rebuild: Rebuild): Promise<Answer> => {
  const standings = await rebuild.standings();
  const rows = standings.map(({ slot, table, positions }) => [
    slot,
    table,
    `at ${Object.values(positions).join(', ')}`,
  ]);
  return { result: { standings }, words: columns(rows) };
};

const withProgress = async (work: (told: (done: number, of: number) => void) => Promise<void>): Promise<void> => {
  const progress = new Progress('position', 0);
  try {
    await work((done, of) => progress.show(done, of));
  } finally {
    progress.stop();
  }
};

const differenceWords = ({ different, added, missing, sample }: Differences): string[] => {
  if (different === 0) return ['Built anew, the view is the same, row by row.'];
  const rows = sample.map(({ org, id, how, columns: names }) => [`  ${org}/${id}`, how, names.join(', ')]);
  return [
    `Built anew, the view differs in ${different} rows: ${added} more, ${missing} fewer, the others changed. Among them:`,
    columns(rows),
  ];
};

const droppedWords = (dropped: readonly string[]): string =>
  dropped.length > 0 ? `Gone: ${dropped.join(', ')}.` : 'There was no table to forget.';
