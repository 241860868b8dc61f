import type { CommandBus } from '@nestjs/cqrs';
import { type Envelope, Log } from '#kernel/ledger';
import { type ConnectedConfig, Database, derivedUuid, digest } from '#kernel/platform';
import {
  ChangeContacts,
  GrantRole,
  OpenFacility,
  OpenUnit,
  Personas,
  RegisterOrganization,
  RegisterPerson,
} from '#organizations';
import { commandApp } from '../session/command-app.js';
import { lakeside, riverside, type SeededFacility, type SeededOrganization, type SeededPerson } from './hospital.js';

/** Ids that follow from names, so that a seed that was interrupted goes on where it stopped, and adds nothing twice. */
const idOf = (...name: readonly string[]): string => derivedUuid('seed', ...name);

/** Whose hand the seed is. */
const founder = idOf('founder');

/** Seeds one organization through its command handlers. */
class Seeding {
  private readonly org: string;

  constructor(
    private readonly commands: CommandBus,
    private readonly personas: Personas,
    private readonly organization: SeededOrganization,
  ) {
    this.org = idOf(organization.key);
  }

  async run(): Promise<void> {
    const { name, facilities, people } = this.organization;
    await this.commands.execute(new RegisterOrganization({ name }, this.envelope('organization')));
    for (const facility of facilities) await this.openFacility(facility);
    await Promise.all(people.map((person) => this.register(person)));
  }

  private async openFacility({ units, ...facility }: SeededFacility): Promise<void> {
    const facilityId = this.facilityId(facility.name);
    const data = { ...facility, facilityId, holidayCalendar: 'us-federal' } as const;
    await this.commands.execute(new OpenFacility(data, this.envelope('facility', facility.name)));
    for (const name of units) {
      const unit = { unitId: idOf(this.org, facility.name, name), facilityId, name };
      await this.commands.execute(new OpenUnit(unit, this.envelope('unit', facility.name, name)));
    }
  }

  private async register({ persona, name, roles, says }: SeededPerson): Promise<void> {
    const person = idOf(this.org, 'person', persona);
    await this.commands.execute(new RegisterPerson(person, { name }, this.envelope('person', persona)));
    for (const role of roles)
      await this.commands.execute(
        new GrantRole({ personId: person, role, by: founder }, this.envelope('role', persona, role)),
      );
    const email = `${persona}@${this.organization.key}.example`;
    const contacts = { email, by: founder };
    await this.commands.execute(new ChangeContacts(person, contacts, this.envelope('contacts', persona)));
    const facility = this.facilityId(this.organization.facilities[0]?.name ?? '');
    await this.personas.keep({ org: this.org, persona, person, facility, says });
  }

  private facilityId(name: string): string {
    return idOf(this.org, 'facility', name);
  }

  private envelope(...key: readonly string[]): Envelope {
    return {
      org: this.org,
      actor: { kind: 'system', id: founder, role: 'system' },
      commandId: idOf(this.org, ...key),
      requestHash: digest(...key),
      correlationId: idOf(this.org, 'seeding'),
    };
  }
}

/**
 * Puts a small believable pair of organizations into an empty ledger, for development only: a ledger that holds anything
 * else is left alone. Answers whether the seed is there.
 */
export const seed = async (config: ConnectedConfig): Promise<boolean> => {
  if (config.mode !== 'development') return false;
  const worker = await Database.open({ url: config.databaseUrl, role: 'worker', max: 2 });
  try {
    if (!(await mayBeSeeded(worker))) return false;
    const { app, commands } = await commandApp(config);
    try {
      const personas = new Personas(worker);
      for (const organization of [riverside, lakeside]) await new Seeding(commands, personas, organization).run();
    } finally {
      await app.close();
    }
    return true;
  } finally {
    await worker.close();
  }
};

/** Empty, or begun by an earlier seed. */
const mayBeSeeded = async (worker: Database): Promise<boolean> => {
  const { events } = await worker.across((tx) => new Log(worker).page(tx, 1, 0, 1));
  return events.every(({ org }) => org === idOf(riverside.key));
};
