import { type Command, Option } from 'commander';
import { Database } from '#kernel/platform';
import { ERASURE_REASONS, type ErasureReason, Forgetting, Lookups } from '#kernel/privacy';
import { Checkpoints } from '#kernel/readers';
import { Mistake } from '../session/mistake.js';
import { type Acting, Session } from '../session/session.js';
import { columns, show } from './output.js';

interface Options extends Acting {
  readonly approvedBy: string;
  readonly reason: ErasureReason;
  readonly json?: boolean;
}

const SUBJECT = /^(person|safety-event)-[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/;

export const subjectVerbs = (program: Command): void => {
  const subject = program.command('subject').description('people and reports whose words are sealed');

  subject
    .command('find')
    .description('the subjects under a record number, which is read from standard input so that no shell keeps it')
    .option('--by <persona>', 'who asks', 'org-admin')
    .option('--org <id>', 'the organization (default: the first seeded one)')
    .option('--json', 'print as JSON')
    .action(({ json, ...acting }: Acting & { json?: boolean }) =>
      Session.during(async (session) => {
        const { org } = await session.caller(acting, 'subject.forget');
        const number = await typed();
        const found = await session
          .part(Database)
          .inOrg(org, (tx) => session.part(Lookups).findSubjects(tx, org, 'record-number', number));
        show(json, found, columns(found.map((one) => [one])));
      }),
    );

  subject
    .command('forget <subject>')
    .description('destroy the key of a subject: person-<id> or safety-event-<id>. What it sealed is gone for good')
    .option('--by <persona>', 'who asks for it', 'org-admin')
    .option('--approved-by <persona>', 'who approves it: another person', 'second-admin')
    .option('--org <id>', 'the organization (default: the first seeded one)')
    .addOption(new Option('--reason <code>', 'why').choices(ERASURE_REASONS).default(ERASURE_REASONS[0]))
    .option('--json', 'print as JSON')
    .action(async (name: string, options: Options) => {
      if (!SUBJECT.test(name)) throw new Mistake('A subject is named person-<id> or safety-event-<id>.');
      const erased = await Session.during((session) => forget(session, name, options));
      const words = erased
        ? 'Forgotten: the key is destroyed.'
        : 'Recorded. The key is destroyed as soon as a worker runs.';
      show(options.json, { subject: name, erased }, words);
    });
};

/** Asks and approves, as two people; answers whether the shredder has done its work within a few seconds. */
const forget = async (
  session: Session,
  subject: string,
  { by, approvedBy, org, reason }: Options,
): Promise<boolean> => {
  const forgetting = session.part(Forgetting);
  const asking = await session.caller({ by, org }, 'subject.forget');
  const approving = await session.caller({ by: approvedBy, org: asking.org }, 'subject.forget');
  await forgetting.request(subject, reason, session.envelope(asking, ['ask to forget', subject], reason));
  const receipt = await forgetting.approve(
    subject,
    session.envelope(approving, ['approve forgetting', subject], reason),
  );
  const shredder = { name: 'privacy.shredder', version: 1 };
  return new Checkpoints(session.worker).reached(shredder, receipt.ledger, receipt.position, 5000);
};

const typed = async (): Promise<string> => {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString().trim();
};
