import type { Command } from 'commander';
import { DevelopmentIssuer } from '#kernel/access';
import { Session } from '../session/session.js';
import { columns, show } from './output.js';

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
    .requiredOption('--as <persona>', 'whom it stands for (forthright personas lists them)')
    .option('--org <id>', 'the organization, where two have a persona of that name')
    .option('--minutes <n>', 'how long it is good for', '480')
    .option('--json', 'print as JSON')
    .action(({ as, org, minutes, json }: { as: string; org?: string; minutes: string; json?: boolean }) =>
      Session.during(async (session) => {
        const persona = await session.persona(as, org);
        const issuer = await DevelopmentIssuer.open(session.config);
        const token = await issuer.issue({ org: persona.org, personId: persona.person, minutes: Number(minutes) });
        show(json, { token, org: persona.org, person: persona.person, facility: persona.facility }, token);
      }),
    );
};
