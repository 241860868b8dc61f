import type { Command } from 'commander';
import { readersOf } from '#kernel/assembly';
import { Checkpoints, isSuperseded, Refusals, type Standing } from '#kernel/readers';
import { contexts } from '../contexts.js';
import type { Acting } from '../session/acting.js';
import { Session } from '../session/session.js';
import { actingOptions } from './acting-options.js';
import { columns, show, streams } from './output.js';
import { dropVerb, rebuildVerb } from './readers-rebuild.js';
import { repairVerbs } from './readers-repair.js';

const BESIDE = { next: 'a rebuild, not read yet', before: 'was read before the last switch' } as const;

/** A checkpoint; what is not read by anybody says why. */
const told = ({ slot, ...lag }: Standing) => ({
  ...lag,
  ...(slot !== 'live' && { slot }),
  ...(isSuperseded(lag, readersOf(contexts)) && { superseded: true }),
});

const troubleWords = ({ trouble, parked }: Pick<Standing, 'trouble' | 'parked'>): string =>
  [
    ...(trouble ? [trouble] : []),
    ...(parked > 0 ? [`${streams(parked)} parked: readers parked tells which`] : []),
  ].join('; ');

/** More than anybody reads. */
const MOST = 500;

export const readersVerbs = (program: Command): void => {
  const readers = program
    .command('readers')
    .description('what follows the ledger: views, automations, the shredder, the publisher');
  const status = readers.command('status').description('how far each reader is behind, in positions and seconds');
  actingOptions(status, 'who asks', 'operator').action(({ json, ...acting }: Acting & { json?: boolean }) =>
    Session.during(async (session) => {
      await session.caller(acting, 'readers.status');
      const standings = (await new Checkpoints(session.worker).standings()).map(told);
      const rows = standings.map(({ reader, version, slot, superseded, position, behind, seconds, ...lag }) => [
        `${reader} v${version}`,
        `at ${position}`,
        behind === 0 ? 'at the head' : `${behind} behind, ${seconds.toFixed(1)} s`,
        slot ? BESIDE[slot] : superseded ? 'superseded: readers drop takes it away' : troubleWords(lag),
      ]);
      show(json, standings, columns(rows));
    }),
  );
  const refusals = readers
    .command('refusals')
    .description(
      'what automations asked for and were refused, the newest first: a refusal is an answer, nobody asks again',
    );
  actingOptions(refusals, 'who asks', 'operator').action(({ json, ...acting }: Acting & { json?: boolean }) =>
    Session.during(async (session) => {
      const { org } = await session.caller(acting, 'readers.status');
      const refused = await new Refusals(session.worker).latest(org, MOST);
      const rows = refused.map(({ refusedAt, automation, position, stream, command, code }) => [
        refusedAt,
        `${automation} at ${position}`,
        command,
        code,
        stream,
      ]);
      show(json, refused, rows.length > 0 ? columns(rows) : 'Nothing was refused.');
    }),
  );
  repairVerbs(readers);
  rebuildVerb(readers);
  dropVerb(readers);
};
