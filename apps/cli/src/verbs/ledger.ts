import type { Command } from 'commander';
import { verifyLedger } from '#kernel/ledger';
import type { Acting } from '../session/acting.js';
import { Session } from '../session/session.js';
import { actingOptions } from './acting-options.js';
import { show } from './output.js';
import { Progress } from './progress.js';

/** Every site has this one; more are for growth. */
const FIRST_LEDGER = 1;

export const ledgerVerbs = (program: Command): void => {
  const ledger = program.command('ledger').description('the log of all recorded facts');
  const verify = ledger
    .command('verify')
    .description(
      'recompute every leaf and every link of the chain; exits 1 when something does not hold. JSON: { ok, positions, firstBad? }',
    );
  actingOptions(verify, 'who asks', 'operator').action(async ({ json, ...acting }: Acting & { json?: boolean }) => {
    const report = await Session.during(async (session) => {
      await session.caller(acting, 'ledger.verify');
      const progress = new Progress('position', 0);
      try {
        return await verifyLedger(session.worker, FIRST_LEDGER, (done, of) => progress.show(done, of));
      } finally {
        progress.stop();
      }
    });
    const told = report.told ? ' (a told clock has written here: a seed or a test)' : '';
    const words = report.ok
      ? `The ledger holds: ${report.positions} positions, every leaf and link recomputed${told}.`
      : `The ledger does NOT hold at position ${report.firstBad}: ${report.problem}`;
    show(json, report, words);
    if (!report.ok) process.exitCode = 1;
  });
};
