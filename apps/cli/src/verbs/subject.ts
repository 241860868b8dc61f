import { type Command, Option } from 'commander';
import { auditRead } from '#kernel/access';
import { coded } from '#kernel/core';
import { Database, TimeOrderedIds } from '#kernel/platform';
import { ERASURE_REASONS, type ErasureReason, Forgetting, Lookups } from '#kernel/privacy';
import type { Acting } from '../session/acting.js';
import { Mistake } from '../session/mistake.js';
import { Session } from '../session/session.js';
import { actingOptions } from './acting-options.js';
import { approve, needSealed, request } from './forgetting.js';
import { columns, show } from './output.js';
import { typed } from './typed.js';

type Options = Acting & { readonly json?: boolean };

const NAMED =
  'person-<id>, safety-event-<id>, concern-<id>, or resolution-case-<id> with the facts that are kept for it';

export const subjectVerbs = (program: Command): void => {
  const subject = program.command('subject').description(`people and reports whose words are sealed: ${NAMED}`);
  findVerb(subject);
  forgetVerb(subject);
  approveVerb(subject);
  holdVerbs(subject);
};

const findVerb = (subject: Command): void => {
  const verb = subject
    .command('find')
    .description('the subjects under a record number, which is read from standard input; who asked is recorded');
  actingOptions(verb, 'who asks', 'org-admin').action(async ({ json, ...acting }: Options) => {
    const number = await typed('The record number');
    const found = await Session.during(async (session) => {
      const caller = await session.caller(acting, 'subject.forget');
      return session.part(Database).inOrg(caller.org, async (tx) => {
        const streams = await session.part(Lookups).findSubjects(tx, caller.org, 'record-number', number);
        await auditRead(tx, caller, {
          route: 'forthright subject find',
          requestId: new TimeOrderedIds().next(),
          streams,
          result: streams.length > 0 ? 'shown' : 'absent',
        });
        return streams;
      });
    });
    show(json, found, columns(found.map((one) => [one])));
  });
};

const forgetVerb = (subject: Command): void => {
  const verb = subject
    .command('forget <subject>')
    .description('ask for the key of a subject to be destroyed; another person approves it');
  actingOptions(verb, 'who asks for it', 'org-admin')
    .option('--approved-by <who>', 'another person, who approves it in the same go: then it cannot be undone')
    .addOption(new Option('--reason <code>', 'why').choices(ERASURE_REASONS).default(ERASURE_REASONS[0]))
    .action(async (name: string, options: Options & { approvedBy?: string; reason: ErasureReason }) => {
      const { approvedBy, reason, json, ...acting } = options;
      const erased = await Session.during(async (session) => {
        const asking = await session.caller(acting, 'subject.forget');
        const approving = approvedBy && (await session.caller({ by: approvedBy, org: asking.org }, 'subject.forget'));
        await needSealed(session, asking, name);
        await request(session, asking, name, reason);
        return approving ? approve(session, approving, name) : undefined;
      });
      if (erased !== undefined) return tellErased(json, name, erased);
      const next = `forthright subject approve ${name} --by <another person>`;
      show(json, { subject: name, erased: false, next }, `Recorded. Nothing is destroyed before:\n  ${next}`);
    });
};

const approveVerb = (subject: Command): void => {
  subject
    .command('approve <subject>')
    .description('approve what another person asked for: the key is destroyed, and what it sealed is gone for good')
    .requiredOption('--by <who>', "who approves it: a persona, or a person's id together with --org")
    .option('--org <id>', 'the organization (default: the one of the persona)')
    .option('--json', 'print as JSON')
    .action(async (name: string, { json, ...acting }: Options) => {
      const erased = await Session.during(async (session) => {
        const approving = await session.caller(acting, 'subject.forget');
        await needSealed(session, approving, name);
        return approve(session, approving, name);
      });
      tellErased(json, name, erased);
    });
};

const tellErased = (json: boolean | undefined, subject: string, erased: boolean): void => {
  const words = erased
    ? 'Forgotten: the key is destroyed.'
    : 'Approved. The key is destroyed as soon as a worker runs.';
  show(json, { subject, erased }, words);
};

const holdVerbs = (subject: Command): void => {
  const verbs = [
    ['hold', 'placeHold', 'forbid forgetting a subject while a legal matter is open', 'Held.'],
    ['release', 'releaseHold', 'end the hold of one matter; those of others stand', 'Released.'],
  ] as const;
  for (const [verb, act, does, done] of verbs)
    actingOptions(subject.command(`${verb} <subject>`).description(does), 'who does it', 'org-admin')
      .requiredOption('--matter <code>', 'the legal matter, by its number')
      .action(async (name: string, { json, matter, ...acting }: Options & { matter: string }) => {
        const problem = coded().problem(matter);
        if (problem) throw new Mistake(`--matter ${problem}.`);
        await Session.during(async (session) => {
          const caller = await session.caller(acting, 'subject.forget');
          await needSealed(session, caller, name);
          await session.part(Forgetting)[act](name, matter, session.act(caller));
        });
        show(json, { subject: name, matter }, done);
      });
};
