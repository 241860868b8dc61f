import type { Role } from '#kernel/core';
import type { Members } from './members.js';

type Roles = Promise<readonly Role[] | undefined>;

/** A role that was taken away is gone after this many milliseconds at the latest (DESIGN section 5). */
const FRESH_FOR = 5_000;
const AT_MOST = 10_000;

/** Roles, remembered for five seconds at most: a change needs no word to the processes, each hears of it by then. */
export class RoleCache {
  private readonly kept = new Map<string, { readonly since: number; readonly roles: Roles }>();

  constructor(
    private readonly members: Members,
    /** Milliseconds that never run back. */
    private readonly elapsed: () => number = () => performance.now(),
  ) {}

  rolesOf(org: string, personId: string): Roles {
    const key = `${org}/${personId}`;
    const kept = this.kept.get(key);
    if (kept && this.elapsed() - kept.since < FRESH_FOR) return kept.roles;
    const entry = { since: this.elapsed(), roles: this.ask(org, personId) };
    this.keep(key, entry);
    return entry.roles;
  }

  private async ask(org: string, personId: string): Roles {
    return (await this.members.rolesOf(org, personId))?.roles;
  }

  /** Strangers and failures are not remembered, so that a newcomer need not wait. */
  private keep(key: string, entry: { readonly since: number; readonly roles: Roles }): void {
    const [oldest] = this.kept.keys();
    if (this.kept.size >= AT_MOST && oldest !== undefined) this.kept.delete(oldest);
    this.kept.delete(key);
    this.kept.set(key, entry);
    const forget = () => {
      if (this.kept.get(key) === entry) this.kept.delete(key);
    };
    entry.roles.then((roles) => roles ?? forget(), forget);
  }
}
