import type { Role } from '#kernel/core';

/** The port to our own store of people: roles come from there, never from a token. */
export abstract class Members {
  /** The roles that a person holds in an organization now; nothing for strangers and those who have left. */
  abstract rolesOf(org: string, personId: string): Promise<{ readonly roles: readonly Role[] } | undefined>;
}
