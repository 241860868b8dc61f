import { uuid } from '#kernel/core';
import type { Personas } from '#organizations';
import { Mistake } from './mistake.js';

/** Who acts, and where: a persona by name or a person by id, an organization by id. */
export interface Acting {
  readonly by: string;
  readonly org?: string;
}

/** Whom the command line named. */
export interface Named {
  readonly org: string;
  readonly person: string;
  /** Where a persona works. */
  readonly facility?: string;
}

/** Whether a name on the command line is the id of a person. */
export const isPersonId = (name: string): boolean => uuid().problem(name) === undefined;

/** Finds whom a name means. Throws a {@link Mistake} where it means nobody, or somebody in an unknown place. */
export const findNamed = async (personas: Personas, { by, org }: Acting): Promise<Named> => {
  if (org !== undefined && uuid().problem(org)) throw new Mistake('--org takes the id of an organization.');
  if (isPersonId(by)) {
    if (org === undefined) throw new Mistake('--org is required where a person is named by their id.');
    return { org, person: by };
  }
  const persona = await personas.find(by, org);
  if (persona) return persona;
  const known = (await personas.all()).filter((one) => org === undefined || one.org === org);
  const names = [...new Set(known.map((one) => one.persona))].join(', ');
  throw new Mistake(
    names
      ? `There is no persona "${by}". There are: ${names}.`
      : `There is no persona "${by}", nor any other: name a person by their id, together with --org.`,
  );
};
