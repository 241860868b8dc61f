import { QueryBus } from '@nestjs/cqrs';
import { type Command, Option } from 'commander';
import type { Action, Caller } from '#kernel/access';
import { ROLES, type Role } from '#kernel/core';
import type { Envelope, Receipt } from '#kernel/ledger';
import { derivedUuid, digest, TimeOrderedIds } from '#kernel/platform';
import {
  ChangeContacts,
  GrantRole,
  ListFacilities,
  OpenFacility,
  OpenUnit,
  RegisterOrganization,
  RegisterPerson,
  SetPublicContact,
  WithdrawRole,
} from '#organizations';
import { CARE_SETTINGS, type CareSetting } from '#organizations/contracts';
import type { Acting } from '../session/acting.js';
import { Session } from '../session/session.js';
import { actingOptions } from './acting-options.js';
import { columns, show } from './output.js';
import { typed } from './typed.js';

type Json = { readonly json?: boolean };

const ids = new TimeOrderedIds();

const administered = (command: Command): Command => actingOptions(command, 'who does it', 'org-admin');

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
      'register an organization with its first administrator, whose name is read from standard input; whoever holds the stores and the master key may',
    )
    .option('--json', 'print as JSON')
    .addHelpText(
      'after',
      '\nThe administrator goes on from there: forthright person register --by <their id> --org <its id>',
    )
    .action(async (name: string, { json }: Json) => {
      const admin = await typed("The administrator's name");
      const founded = await Session.during((session) => found(session, name, admin));
      const rows = [
        ['organization', founded.org],
        ['administrator', founded.person],
      ];
      show(json, founded, columns(rows));
    });

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
      const act = { action: 'organization.administer', id: facilityId } as const;
      await administer(options, act, (session, caller) => new OpenFacility(data, session.act(caller)));
    });

  administered(org.command('open-unit <facility> <name>').description('open a unit of a facility')).action(
    async (facilityId: string, name: string, options: Acting & Json) => {
      const unitId = ids.next();
      const data = { unitId, facilityId, name };
      const act = { action: 'organization.administer', id: unitId } as const;
      await administer(options, act, (session, caller) => new OpenUnit(data, session.act(caller)));
    },
  );

  administered(
    org
      .command('public-contact <facility> <phone>')
      .description('say how the public reaches a facility: it is open to what they write from then on'),
  )
    .option('--closed', 'tell the number, and take nothing in writing')
    .action(
      async (
        facilityId: string,
        phone: string,
        { closed = false, ...options }: Acting & Json & { closed?: boolean },
      ) => {
        const contact = { facilityId, phone, acceptsConcerns: !closed };
        const act = { action: 'organization.administer', id: facilityId } as const;
        await administer(options, act, (session, caller) => new SetPublicContact(contact, session.act(caller)));
      },
    );
};

export const personVerbs = (program: Command): void => {
  const person = program.command('person').description('people who work here, and their roles');

  administered(
    person
      .command('register')
      .description('register a person, whose name is read from standard input; prints their id'),
  ).action(async (options: Acting & Json) => {
    const name = await typed("The person's name");
    const id = ids.next();
    const act = { action: 'person.administer', id } as const;
    await administer(options, act, (session, caller) => new RegisterPerson(id, { name }, session.act(caller)));
  });

  administered(
    person
      .command('contact <person>')
      .description(
        'say where a person gets mail: the address is read from standard input, an empty line takes it away',
      ),
  ).action(async (id: string, options: Acting & Json) => {
    const email = await typed('The email address', { optional: true });
    const act = { action: 'person.administer', id } as const;
    await administer(
      options,
      act,
      (session, caller) =>
        new ChangeContacts(id, { ...(email && { email }), by: caller.personId }, session.act(caller)),
    );
  });

  const verbs = [
    ['grant', 'give a person a role', GrantRole],
    ['withdraw', 'take a role from a person', WithdrawRole],
  ] as const;
  for (const [verb, does, Change] of verbs)
    administered(person.command(`${verb} <person>`).description(does))
      .addOption(roleOption())
      .action(async (personId: string, { role, ...options }: Acting & Json & { role: Role }) => {
        const act = { action: 'role.grant', id: personId } as const;
        await administer(
          options,
          act,
          (session, caller) => new Change({ personId, role, by: caller.personId }, session.act(caller)),
        );
      });
};

type Administering =
  | OpenFacility
  | OpenUnit
  | SetPublicContact
  | RegisterPerson
  | ChangeContacts
  | GrantRole
  | WithdrawRole;

/** Sends one command of an administrator and prints the id that it was about. */
const administer = (
  { json, ...acting }: Acting & Json,
  { action, id }: { action: Action; id: string },
  command: (session: Session, caller: Caller) => Administering,
): Promise<void> =>
  Session.during(async (session) => {
    const caller = await session.caller(acting, action);
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
