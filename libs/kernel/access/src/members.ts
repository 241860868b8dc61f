import { type EventMeta, type Role, refuse } from '#kernel/core';

/** The port to our own store of people: roles come from there, never from a token. */
export abstract class Members {
  /** The roles that a person holds in an organization now; nothing for strangers and those who have left. */
  abstract rolesOf(org: string, personId: string): Promise<{ readonly roles: readonly Role[] } | undefined>;

  /** Who holds a role in an organization now, by id. */
  abstract holdersOf(org: string, role: Role): Promise<readonly string[]>;
}

/** INV-06: whom a command names works here; a stranger reads like nobody. The refusal names the field. */
export const checkColleagues = async (
  members: Members,
  org: string,
  people: Readonly<Record<string, string | readonly string[] | undefined>>,
): Promise<void> => {
  for (const [field, named = []] of Object.entries(people))
    for (const person of [named].flat())
      if (!(await members.rolesOf(org, person)))
        refuse('people/unknown-person', 'There is nobody of this id who works here.', field);
};

/** The second person behind a very late entry works here too (INV-02). */
export const checkApprover = (
  members: Members,
  { org, meta }: { readonly org: string; readonly meta?: EventMeta },
): Promise<void> => checkColleagues(members, org, { approver: meta?.approver });
