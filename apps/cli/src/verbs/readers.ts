import type { Command } from 'commander';
import { Checkpoints, Refusals } from '#kernel/readers';
import type { Acting } from '../session/acting.js';
import { Session } from '../session/session.js';
import { actingOptions } from './acting-options.js';
import { columns, show } from './output.js';

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
      const lags = await new Checkpoints(session.worker).lags();
      const rows = lags.map(({ reader, version, position, behind, seconds, trouble }) => [
        `${reader} v${version}`,
        `at ${position}`,
        behind === 0 ? 'at the head' : `${behind} behind, ${seconds.toFixed(1)} s`,
        trouble ?? '',
      ]);
      show(json, lags, columns(rows));
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
};
