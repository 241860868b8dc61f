import { type Database, sql } from '#kernel/platform';

/** Somebody to sign in as while developing: a name for scripts, a real person with real roles behind it. */
export interface Persona {
  readonly org: string;
  readonly persona: string;
  readonly person: string;
  /** Where they work, and what their commands name when nothing else was said. */
  readonly facility: string;
  readonly says: string;
}

/** The personas of a development database. Needs the worker's role, which sees every organization. */
export class Personas {
  constructor(private readonly db: Database) {}

  /** All of them, the first seeded organization's first. */
  all(): Promise<Persona[]> {
    return this.db.across((tx) => tx.query<Persona>(sql`select org, persona, person, facility, says from platform.personas order by org, persona`));
  }

  /** One by name; `org` decides where two organizations have one of that name. */
  async find(persona: string, org?: string): Promise<Persona | undefined> {
    return (await this.all()).find((one) => one.persona === persona && (org === undefined || one.org === org));
  }

  /** Keeps a persona; one that is there already stays as it is. */
  async keep({ org, persona, person, facility, says }: Persona): Promise<void> {
    await this.db.across((tx) =>
      tx.query(sql`insert into platform.personas (org, persona, person, facility, says) values ($1, $2, $3, $4, $5) on conflict do nothing`, [
        org,
        persona,
        person,
        facility,
        says,
      ]),
    );
  }
}
