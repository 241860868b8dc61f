import type { Database } from '#kernel/platform';
import { allPersonas, keepPersona } from './personas.sql.js';

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
    return this.db.across((tx) => tx.query<Persona>(allPersonas));
  }

  /** One by name; `org` decides where two organizations have one of that name. */
  async find(persona: string, org?: string): Promise<Persona | undefined> {
    return (await this.all()).find((one) => one.persona === persona && (org === undefined || one.org === org));
  }

  /** Keeps a persona; one that is there already stays as it is. */
  async keep({ org, persona, person, facility, says }: Persona): Promise<void> {
    await this.db.across((tx) => tx.query(keepPersona, [org, persona, person, facility, says]));
  }
}
