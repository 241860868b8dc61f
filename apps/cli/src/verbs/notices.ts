import { type Command, Option } from 'commander';
import { Effects, MailboxProvider, RESOLUTIONS, type Resolution } from '#kernel/effects';
import { Database } from '#kernel/platform';
import type { Acting } from '../session/acting.js';
import { Mistake } from '../session/mistake.js';
import { Session } from '../session/session.js';
import { actingOptions } from './acting-options.js';
import { idArgument } from './id-argument.js';
import { columns, show } from './output.js';

type Options = Acting & { readonly json?: boolean };

/** How many mails of the development mailbox are shown. */
const SHOWN = 50;

export const noticesVerbs = (program: Command): void => {
  const effects = program
    .command('effects')
    .description('mails that wait for a person: nobody knows, or nobody takes them');
  actingOptions(effects.command('list').description('what waits for a decision'), 'who asks', 'operator').action(
    ({ json, ...acting }: Options) =>
      Session.during(async (session) => {
        const { org } = await session.caller(acting, 'effects.read');
        const tasks = await new Effects(session.part(Database)).tasks(org);
        const rows = tasks.map(({ id, state, code, attempts, askedAt, trouble }) => [
          id,
          state,
          code,
          `${attempts} tries since ${askedAt}`,
          trouble ?? '',
        ]);
        show(json, tasks, rows.length > 0 ? columns(rows) : 'Nothing waits for a decision.');
      }),
  );
  actingOptions(
    effects
      .command('resolve')
      .argument('<id>', 'as effects list tells it', idArgument)
      .description('decide: it was sent, it shall be sent again, or nobody tries any more'),
    'who decides',
    'risk-manager',
  )
    .addOption(new Option('--as <decision>', 'what becomes of it').choices(RESOLUTIONS).makeOptionMandatory())
    .action((id: string, { json, as, ...acting }: Options & { as: Resolution }) =>
      Session.during(async (session) => {
        const { org, personId } = await session.caller(acting, 'effects.resolve');
        await new Effects(session.part(Database)).resolve(org, id, as, personId);
        show(json, { id, resolution: as }, 'Decided, and written down with your name.');
      }),
    );
  program
    .command('mailbox')
    .description('what this installation would have mailed (development only)')
    .option('--json', 'print as JSON')
    .action(({ json }: { json?: boolean }) =>
      Session.during(async (session) => {
        if (session.config.mode === 'production') throw new Mistake('Production has no development mailbox.');
        const entries = await new MailboxProvider(session.worker).entries(SHOWN);
        const words = entries.map(({ at, to, subject, text }) => `${at}  to ${to}\n${subject}\n\n${text}`).join('\n');
        show(json, entries, words || 'Nothing was mailed yet.');
      }),
    );
};
