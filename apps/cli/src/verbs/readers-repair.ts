import type { Command } from 'commander';
import { type Repair, repairing } from '#kernel/assembly';
import { Log, Placements } from '#kernel/ledger';
import { Parked, type ParkedStream, type Replayed, type SkippedEvent, Skips } from '#kernel/readers';
import { contexts } from '../contexts.js';
import type { Acting } from '../session/acting.js';
import { Mistake } from '../session/mistake.js';
import { Session } from '../session/session.js';
import { actingOptions } from './acting-options.js';
import { columns, show, streams } from './output.js';

type Options = Acting & { readonly json?: boolean };

interface SkipOptions extends Options {
  readonly position: number;
  readonly ledger?: number;
  readonly reason: string;
}

/** More than anybody reads. */
const MOST = 500;
const REASON_MAX = 500;

export const repairVerbs = (readers: Command): void => {
  parkedVerb(readers);
  replayVerb(readers);
  skipVerb(readers);
};

const parkedVerb = (readers: Command): void => {
  const verb = readers
    .command('parked')
    .description(
      'the streams of the organization that readers have parked, each behind an event that could not be read; readers replay goes on with them',
    )
    .option('--skipped', 'instead: the events that were passed by, by whom and why, the latest first');
  actingOptions(verb, 'who asks', 'operator').action(
    ({ json, skipped, ...acting }: Options & { readonly skipped?: boolean }) =>
      Session.during(async (session) => {
        const { org } = await session.caller(acting, 'readers.status');
        if (skipped) {
          const passed = await new Skips(session.worker).latest(org, MOST);
          show(json, passed, passed.length > 0 ? columns(passed.map(skippedRow)) : 'Nothing was passed by.');
        } else {
          const parked = await new Parked(session.worker, session.part(Log)).list({ org });
          show(json, parked, parked.length > 0 ? parkedWords(parked) : 'Nothing is parked.');
        }
      }),
  );
};

const replayVerb = (readers: Command): void => {
  const verb = readers
    .command('replay <reader>')
    .description(
      'has a reader read what it has parked again, in order, once what it stumbled over is mended; exits 1 where a stream stays parked. JSON: { reader, replayed, parked }',
    )
    .option('--stream <name>', 'only this stream');
  actingOptions(verb, 'who repairs', 'operator').action(
    (reader: string, { json, stream, ...acting }: Options & { readonly stream?: string }) =>
      Session.during(async (session) => {
        const { org } = await session.caller(acting, 'readers.repair');
        const result = await repaired(session, reader, (repair) => repair.replay(org, stream));
        show(json, { reader, ...result }, replayedWords(reader, result));
        if (result.parked > 0) process.exitCode = 1;
      }),
  );
};

const skipVerb = (readers: Command): void => {
  const verb = readers
    .command('skip <reader>')
    .description(
      'has a reader pass by the one event that it is stuck at, for good and in every rebuild too, and go on behind it; exits 1 where its stream stays parked. Who did it and why is kept. JSON: { reader, position, stream, type, replayed, parked }',
    )
    .requiredOption('--position <n>', 'of the event, as readers parked shows it', wholeNumber('--position'))
    .option('--ledger <n>', "of the event (default: the organization's)", wholeNumber('--ledger'))
    .requiredOption('--reason <text>', 'why: kept in clear and for good, so name no person in it');
  actingOptions(verb, 'who repairs', 'operator').action((reader: string, options: SkipOptions) =>
    Session.during(async (session) => {
      const { org, personId: skippedBy } = await session.caller(options, 'readers.repair');
      const [position, reason] = [options.position, reasonOf(options.reason)];
      const ledger = options.ledger ?? (await session.part(Placements).ledgerOf(org));
      if (ledger === undefined) throw new Mistake('This organization has no ledger yet.');
      const skip = { org, ledger, position, skippedBy, reason };
      const result = await repaired(session, reader, (repair) => repair.skip(skip));
      const words = `Passed by for good: ${result.type} at ${position}, of ${result.stream}.\n`;
      show(options.json, { reader, position, ...result }, words + replayedWords(reader, result));
      if (result.parked > 0) process.exitCode = 1;
    }),
  );
};

const repaired = <T>({ config, commands }: Session, name: string, work: (repair: Repair) => Promise<T>): Promise<T> =>
  repairing(config, contexts, { name, send: (command) => commands.execute(command) }, work);

const wholeNumber = (option: string) => (text: string) => {
  if (!/^[1-9]\d{0,14}$/.test(text)) throw new Mistake(`${option} takes a whole number.`);
  return Number(text);
};

const reasonOf = (text: string): string => {
  const reason = text.trim();
  if (reason === '' || reason.length > REASON_MAX)
    throw new Mistake(`--reason takes a text of 1 to ${REASON_MAX} characters.`);
  return reason;
};

const parkedWords = (parked: readonly ParkedStream[]): string =>
  [
    columns(
      parked.map(({ reader, version, stream, position, withheld, trouble, parkedAt }) => [
        `${reader} v${version}`,
        stream,
        `at ${position}`,
        `${withheld} waiting`,
        trouble,
        parkedAt.toISOString(),
      ]),
    ),
    'Mend what the reader stumbles over, then: readers replay <reader>.',
    'Where an event can never be read: readers skip <reader> --position <n> --reason <text>.',
  ].join('\n');

const skippedRow = ({ reader, position, type, stream, skippedBy, reason, skippedAt }: SkippedEvent): string[] => [
  skippedAt.toISOString(),
  `${reader} at ${position}`,
  type,
  stream,
  `by ${skippedBy}`,
  reason,
];

const replayedWords = (reader: string, { replayed, parked }: Replayed): string => {
  if (replayed + parked === 0) return `${reader} has nothing parked here and goes on by itself.`;
  const still = `${streams(parked)} still parked: readers parked tells where. Mend what is wrong there, or pass the event by (readers skip).`;
  return [
    ...(replayed > 0 ? [`Going on again: ${streams(replayed)} of ${reader}.`] : []),
    ...(parked > 0 ? [still] : []),
  ].join('\n');
};
