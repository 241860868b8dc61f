import { QueryBus } from '@nestjs/cqrs';
import { type Command, Option } from 'commander';
import type { Caller } from '#kernel/access';
import { ROLES, type Role } from '#kernel/core';
import type { Envelope, Receipt } from '#kernel/ledger';
import { derivedUuid, digest, TimeOrderedIds } from '#kernel/platform';
import {
  GrantRole,
  ListFacilities,
  OpenFacility,
  OpenUnit,
  RegisterOrganization,
  RegisterPerson,
  WithdrawRole,
} from '#organizations';
import { CARE_SETTINGS, type CareSetting } from '#organizations/contracts';
import { type Acting, Session } from '../session/session.js';
import { columns, show } from './output.js';

type Json = { readonly json?: boolean };

const ids = new TimeOrderedIds();

/** Options that every verb here has. */
const administered = (command: Command): Command =>
  command
    .option('--by <persona>', 'who does it', 'org-admin')
    .option('--org <id>', 'the organization (default: the first seeded one)')
    .option('--json', 'print as JSON');

const roleOption = () =>
  new Option('--role <role>', 'the role').choices(ROLES.filter((role) => role !== 'family')).makeOptionMandatory();

export const organizationVerbs = (program: Command): void => {
  const org = program.command('org').description('facilities and units of an organization');

  administered(org.command('show').description('list the facilities with their units')).action(
    ({ json, ...acting }: Acting & Json) =>
      Session.during(async (session) => {
        const caller = await session.caller(acting, 'organization.read');
        const facilities = await session.part(QueryBus).execute(new ListFacilities(caller.org));
        const rows = facilities.flatMap(({ id, name, zone, careSetting, units }) => [
          [id, name, `${careSetting}, ${zone}`],
          ...units.map((unit) => [unit.id, `  ${unit.name}`, '']),
        ]);
        show(json, facilities, columns(rows));
      }),
  );

  org
    .command('register <name>')
    .description(
      'register an organization with its first administrator; whoever holds the stores and the master key may',
    )
    .requiredOption('--admin <name>', "the administrator's name")
    .option('--json', 'print as JSON')
    .action((name: string, { admin, json }: Json & { admin: string }) =>
      Session.during(async (session) => {
        const founded = await found(session, name, admin);
        show(
          json,
          founded,
          columns([
            ['organization', founded.org],
            ['administrator', founded.person],
          ]),
        );
      }),
    );

  administered(org.command('open-facility <name>').description('open a facility'))
    .requiredOption('--zone <zone>', 'IANA time zone, as America/Chicago')
    .addOption(new Option('--setting <setting>', 'where care is given').choices(CARE_SETTINGS).makeOptionMandatory())
    .option('--ccn <number>', 'CMS Certification Number, six letters or digits')
    .action(async (name: string, options: Acting & Json & { zone: string; setting: CareSetting; ccn?: string }) => {
      const facilityId = ids.next();
      const { zone, setting, ccn } = options;
      const data = {
        facilityId,
        name,
        zone,
        careSetting: setting,
        holidayCalendar: 'us-federal',
        ...(ccn && { ccn }),
      } as const;
      await administer(
        options,
        facilityId,
        (session, caller) => new OpenFacility(data, session.envelope(caller, [facilityId], name)),
      );
    });

  administered(org.command('open-unit <facility> <name>').description('open a unit of a facility')).action(
    async (facilityId: string, name: string, options: Acting & Json) => {
      const unitId = ids.next();
      const data = { unitId, facilityId, name };
      await administer(
        options,
        unitId,
        (session, caller) => new OpenUnit(data, session.envelope(caller, [unitId], name)),
      );
    },
  );
};

export const personVerbs = (program: Command): void => {
  const person = program.command('person').description('people who work here, and their roles');

  administered(person.command('register <name>').description('register a person; prints their id')).action(
    async (name: string, options: Acting & Json) => {
      const id = ids.next();
      await administer(
        options,
        id,
        (session, caller) => new RegisterPerson(id, { name }, session.envelope(caller, [id], name)),
      );
    },
  );

  administered(person.command('grant <person>').description('give a person a role'))
    .addOption(roleOption())
    .action((personId: string, options: Acting & Json & { role: Role }) =>
      administer(options, personId, (session, caller) => {
        const data = { personId, role: options.role, by: caller.personId };
        return new GrantRole(data, session.envelope(caller, [ids.next()], options.role));
      }),
    );

  administered(person.command('withdraw <person>').description('take a role from a person'))
    .addOption(roleOption())
    .action((personId: string, options: Acting & Json & { role: Role }) =>
      administer(options, personId, (session, caller) => {
        const data = { personId, role: options.role, by: caller.personId };
        return new WithdrawRole(data, session.envelope(caller, [ids.next()], options.role));
      }),
    );
};

type Administering = OpenFacility | OpenUnit | RegisterPerson | GrantRole | WithdrawRole;

/** Sends one command of an administrator and prints the id that it was about. */
const administer = (
  { json, ...acting }: Acting & Json,
  id: string,
  command: (session: Session, caller: Caller) => Administering,
): Promise<void> =>
  Session.during(async (session) => {
    const caller = await session.caller(acting, 'organization.administer');
    const receipt: Receipt = await session.commands.execute(command(session, caller));
    show(json, { id, ...receipt }, id);
  });

/** A new organization, and a person in it who may administer it. No person of another organization has a hand in it. */
const found = async ({ commands }: Session, name: string, admin: string): Promise<{ org: string; person: string }> => {
  const [org, person, by] = [ids.next(), ids.next(), ids.next()];
  const envelope = (step: string): Envelope => ({
    org,
    actor: { kind: 'system', role: 'system' },
    commandId: derivedUuid('founding', org, step),
    requestHash: digest(step),
    correlationId: by,
  });
  await commands.execute(new RegisterOrganization({ name }, envelope('organization')));
  await commands.execute(new RegisterPerson(person, { name: admin }, envelope('administrator')));
  await commands.execute(new GrantRole({ personId: person, role: 'org-admin', by }, envelope('role')));
  return { org, person };
};
