import type { Command } from 'commander';
import { type Trace, type TracedCommand, trace } from '#kernel/assembly';
import { uuid } from '#kernel/core';
import type { RefusedCommand } from '#kernel/readers';
import { contexts } from '../contexts.js';
import type { Acting } from '../session/acting.js';
import { Mistake } from '../session/mistake.js';
import { Session } from '../session/session.js';
import { actingOptions } from './acting-options.js';
import { show } from './output.js';

export const traceVerb = (program: Command): void => {
  const verb = program
    .command('trace <what>')
    .description(
      'from a request (its X-Request-Id), a command id or a position to the commands, their events, and the readers that have passed them',
    );
  actingOptions(verb, 'who asks', 'operator').action(
    async (what: string, { json, ...acting }: Acting & { json?: boolean }) => {
      const traced = await Session.during(async (session) => {
        const { org } = await session.caller(acting, 'readers.status');
        return trace(session.worker, contexts, org, named(what));
      });
      if (!traced) throw new Mistake(`Nothing was recorded under ${what} in this organization.`);
      show(json, traced, words(traced));
    },
  );
};

const named = (what: string) => {
  if (/^\d{1,15}$/.test(what)) return { position: Number(what) };
  const id = what.toLowerCase();
  if (uuid().problem(id) === undefined) return { id };
  throw new Mistake('A trace begins with the id of a request or a command, or with a position.');
};

const words = ({ request, commands, more }: Trace): string =>
  [`request ${request}`, ...commands.flatMap(wordsOf), ...(more ? ['(and more)'] : [])].join('\n');

const wordsOf = ({ commandId, actor, causationId, events, refused }: TracedCommand): string[] => [
  `  command ${commandId} by ${actor.kind}/${actor.role}${causationId ? `, following from event ${causationId}` : ''}`,
  ...events.flatMap(({ position, type, stream, revision, recordedAt, eventId, passed, waiting, parked }) => [
    `    ${position}  ${type}  ${stream} r${revision}  ${recordedAt}  event ${eventId}`,
    `      passed by: ${passed.join(', ') || 'nobody'}`,
    ...(parked.length > 0 ? [`      parked by: ${parked.join(', ')}`] : []),
    ...(waiting.length > 0 ? [`      still to come to: ${waiting.join(', ')}`] : []),
  ]),
  ...refused.map((one) => `    refused: ${refusalWords(one)}`),
];

const refusalWords = ({ automation, command, commandId, code }: RefusedCommand): string =>
  `${command} (command ${commandId}) of ${automation}: ${code}`;
