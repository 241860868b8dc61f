import { QueryBus } from '@nestjs/cqrs';
import { type Command, Option } from 'commander';
import { TimeOrderedIds } from '#kernel/platform';
import { AssignOnCall, DUTIES, type Duty, ListShifts, ReleaseOnCall } from '#organizations';
import type { Acting } from '../session/acting.js';
import { Mistake } from '../session/mistake.js';
import { Session } from '../session/session.js';
import { actingOptions } from './acting-options.js';
import { idArgument } from './id-argument.js';
import { columns, show } from './output.js';

type Options = Acting & { readonly json?: boolean };

const dutyOption = () => new Option('--duty <duty>', 'what for').choices(DUTIES).default('safety-lead');

/** A time with its offset, as an instant. */
const instantOf = (name: string, text: string): string => {
  const time = /(Z|[+-]\d\d:\d\d)$/.test(text) ? Date.parse(text) : Number.NaN;
  if (Number.isNaN(time)) throw new Mistake(`${name} takes a time with its offset, as 2026-03-02T08:00:00-06:00.`);
  return new Date(time).toISOString();
};

export const onCallVerbs = (program: Command): void => {
  const onCall = program.command('on-call').description('who is paged, and when');
  actingOptions(onCall.command('show').description('shifts that run or are to come'), 'who asks', 'operator').action(
    ({ json, ...acting }: Options) =>
      Session.during(async (session) => {
        const { org } = await session.caller(acting, 'on-call.read');
        const shifts = await session.part(QueryBus).execute(new ListShifts(org));
        const rows = shifts.map(({ id, duty, person, from, until }) => [id, duty, person, `${from} to ${until}`]);
        show(json, shifts, rows.length > 0 ? columns(rows) : 'Nobody is on call: pages go to all risk managers.');
      }),
  );
  actingOptions(
    onCall.command('assign').argument('<person>', 'the id of a person', idArgument).description('put a person on call'),
    'who does it',
    'risk-manager',
  )
    .addOption(dutyOption())
    .requiredOption('--from <time>', 'when the shift begins, with its offset')
    .requiredOption('--until <time>', 'when it ends')
    .action(
      (
        personId: string,
        { json, duty, from, until, ...acting }: Options & { duty: Duty; from: string; until: string },
      ) => {
        const times = { from: instantOf('--from', from), until: instantOf('--until', until) };
        return Session.during(async (session) => {
          const caller = await session.caller(acting, 'on-call.assign');
          const shiftId = new TimeOrderedIds().next();
          const data = { shiftId, duty, personId, ...times, by: caller.personId };
          const receipt = await session.commands.execute(new AssignOnCall(data, session.act(caller)));
          show(json, { id: shiftId, ...receipt }, shiftId);
        });
      },
    );
  actingOptions(
    onCall
      .command('release')
      .argument('<shift>', 'as on-call show tells it', idArgument)
      .description('take a shift off the roster'),
    'who does it',
    'risk-manager',
  )
    .addOption(dutyOption())
    .action((shiftId: string, { json, duty, ...acting }: Options & { duty: Duty }) =>
      Session.during(async (session) => {
        const caller = await session.caller(acting, 'on-call.assign');
        const data = { shiftId, by: caller.personId };
        const receipt = await session.commands.execute(new ReleaseOnCall(duty, data, session.act(caller)));
        show(json, receipt, 'Released.');
      }),
    );
};
