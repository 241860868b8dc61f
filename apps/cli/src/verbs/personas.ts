import type { Command } from 'commander';
import { DevelopmentIssuer } from '#kernel/access';
import { Mistake } from '../session/mistake.js';
import { Session } from '../session/session.js';
import { columns, show } from './output.js';

/** Minutes: what the api accepts of a development token. */
const LONGEST = 720;

export const personasVerbs = (program: Command): void => {
  program
    .command('personas')
    .description('list whom one may sign in as while developing')
    .option('--json', 'print as JSON')
    .action(({ json }: { json?: boolean }) =>
      Session.during(async ({ personas }) => {
        const all = await personas.all();
        show(json, all, columns(all.map(({ persona, says, org }) => [persona, says, org])));
      }),
    );

  program
    .command('token')
    .description('print a development bearer token')
    .requiredOption('--as <who>', "whom it stands for: a persona, or a person's id together with --org")
    .option('--org <id>', 'the organization (default: the one of the persona)')
    .option('--minutes <n>', `how long it is good for, 1 to ${LONGEST}`, minutesOf, 480)
    .option('--json', 'print as JSON')
    .action(({ as, org, minutes, json }: { as: string; org?: string; minutes: number; json?: boolean }) =>
      Session.during(async (session) => {
        if (session.config.mode === 'production')
          throw new Mistake('No development tokens in production: the identity provider signs people in there.');
        const named = await session.named({ by: as, ...(org && { org }) });
        const issuer = await DevelopmentIssuer.open(session.config);
        const token = await issuer.issue({ org: named.org, personId: named.person, minutes });
        show(json, { token, org: named.org, person: named.person, facility: named.facility }, token);
      }),
    );
};

const minutesOf = (text: string): number => {
  const minutes = Number(text);
  if (!Number.isInteger(minutes) || minutes < 1 || minutes > LONGEST)
    throw new Mistake(`--minutes is a whole number from 1 to ${LONGEST}.`);
  return minutes;
};
