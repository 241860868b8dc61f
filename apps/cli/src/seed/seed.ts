import type { CommandBus } from '@nestjs/cqrs';
import { catalogueOf, startReadSide, withClocks } from '#kernel/assembly';
import type { Clock, Recorded } from '#kernel/core';
import { type Envelope, Log } from '#kernel/ledger';
import { type ConnectedConfig, Database, digest, logger, SystemClock, ToldClock } from '#kernel/platform';
import {
  ChangeContacts,
  GrantRole,
  OpenFacility,
  OpenUnit,
  organizations,
  Personas,
  RegisterOrganization,
  RegisterPerson,
  SetPublicContact,
} from '#organizations';
import { contexts } from '../contexts.js';
import { commandApp } from '../session/command-app.js';
import { lakeside, riverside, type SeededFacility, type SeededOrganization, type SeededPerson } from './hospital.js';
import { idOf } from './ids.js';
import { LAST } from './story/showcases.js';
import { DAY, instantOf } from './story/step.js';
import { LENGTH, story, type Told } from './story/story.js';
import { commandIdOf, Teller } from './story/teller.js';

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

  private async openFacility({ units, phone, ...facility }: SeededFacility): Promise<void> {
    const facilityId = this.facilityId(facility.name);
    const data = { ...facility, facilityId, holidayCalendar: 'us-federal' } as const;
    await this.commands.execute(new OpenFacility(data, this.envelope('facility', facility.name)));
    if (phone !== undefined) {
      const contact = { facilityId, phone, acceptsConcerns: true };
      await this.commands.execute(new SetPublicContact(contact, this.envelope('public-contact', facility.name)));
    }
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

/** What a seed puts into an empty ledger: organizations with their people only, or 18 months of work as well. */
export type Seeded = 'organizations' | 'story';

/** Who acts in the story, and how much happens. */
const TOLD: readonly Told[] = [
  {
    organization: riverside,
    cast: { organization: 'riverside', reporter: 'reporter', riskManager: 'risk-manager', liaison: 'liaison' },
    safetyEvents: 260,
    concerns: 48,
  },
  {
    organization: lakeside,
    cast: {
      organization: 'lakeside',
      reporter: 'lakeside-reporter',
      riskManager: 'lakeside-risk-manager',
      liaison: 'lakeside-liaison',
    },
    safetyEvents: 90,
    concerns: 16,
  },
];

/**
 * Puts a believable pair of organizations into an empty ledger, for development only: a ledger that holds anything
 * else is left alone. The story is told by a clock of its own, so that it lies in the past; it goes on where it was
 * interrupted. Answers whether the seed is there.
 */
export const seed = async (config: ConnectedConfig, what: Seeded): Promise<boolean> => {
  if (config.mode !== 'development') return false;
  const worker = await Database.open({ url: config.databaseUrl, role: 'worker', max: 2 });
  try {
    const first = await firstOf(worker);
    if (first && first.org !== idOf(riverside.key)) return false;
    if (what === 'organizations') await found(config, worker);
    else await tell(config, worker, first);
    return true;
  } finally {
    await worker.close();
  }
};

/** The ledger's first event: nothing in an empty one, one of ours where an earlier seed has begun. */
const firstOf = async (worker: Database): Promise<Recorded | undefined> =>
  (await worker.across((tx) => new Log(worker).page(tx, 1, 0, 1))).events[0];

const found = async (config: ConnectedConfig, worker: Database, clock?: Clock): Promise<void> => {
  const { app, commands } = await commandApp(config, clock);
  try {
    const personas = new Personas(worker);
    for (const organization of [riverside, lakeside]) await new Seeding(commands, personas, organization).run();
  } finally {
    await app.close();
  }
};

/** A story that was begun goes on; where it is told, or none was begun, people and places that are new are added. */
const tell = async (config: ConnectedConfig, worker: Database, first: Recorded | undefined): Promise<void> => {
  const begun = first ? begunBy(first) : midnight(Date.parse(new SystemClock().now()) - LENGTH);
  const log = new Log(worker, catalogueOf(contexts));
  if (begun === undefined || (await isTold(log))) return found(config, worker);
  const clock = new ToldClock(instantOf(begun));
  await found(config, worker, clock);
  await know(config);
  const { app, commands } = await commandApp(config, clock);
  try {
    const automations = withClocks(contexts).flatMap((context) => context.automations ?? []);
    await new Teller(commands, worker, log, clock, automations).tell(story(TOLD, begun + LENGTH));
  } finally {
    await app.close();
  }
};

const midnight = (at: number): number => Math.floor(at / DAY) * DAY;

/** When the story began that this event is the first of: on the stroke of midnight. Nothing, if it is of no story. */
const begunBy = ({ recordedAt }: Recorded): number | undefined => {
  const at = Date.parse(recordedAt);
  return at === midnight(at) ? at : undefined;
};

/** Who works where is looked up in views, which have to have been told of it. */
const know = async (config: ConnectedConfig): Promise<void> => {
  const readSide = await startReadSide(config, [organizations], logger('error', 'seed'), async () => {
    throw new Error('Organizations ask for nothing');
  });
  await readSide.sequencer.sweep();
  await readSide.stop();
};

const isTold = async (log: Log): Promise<boolean> => {
  const org = idOf(riverside.key);
  const last = commandIdOf({ organization: riverside.key, key: LAST });
  return (await log.stream(org, `organization-${org}`, last)).repeated !== undefined;
};
