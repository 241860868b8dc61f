import type { Role } from '#kernel/core';
import { Members } from './members.js';
import { RoleCache } from './role-cache.js';

class Roster extends Members {
  asked = 0;
  failing = false;
  readonly held = new Map<string, readonly Role[]>();

  override async rolesOf(_org: string, personId: string) {
    this.asked += 1;
    if (this.failing) throw new Error('the database is away');
    const roles = this.held.get(personId);
    return roles && { roles };
  }

  override async holdersOf() {
    return [];
  }
}

describe('Remembered roles', () => {
  const setUp = () => {
    const roster = new Roster();
    const time = { now: 0 };
    return { roster, time, cache: new RoleCache(roster, () => time.now) };
  };

  it('are asked for once in five seconds', async () => {
    const { roster, time, cache } = setUp();
    roster.held.set('ana', ['reporter']);
    await Promise.all([cache.rolesOf('org', 'ana'), cache.rolesOf('org', 'ana')]);
    time.now = 4_999;
    expect(await cache.rolesOf('org', 'ana')).toEqual(['reporter']);
    expect(roster.asked).toBe(1);
    roster.held.set('ana', []);
    time.now = 5_000;
    expect(await cache.rolesOf('org', 'ana')).toEqual([]);
  });

  it('belong to one organization', async () => {
    const { roster, cache } = setUp();
    await cache.rolesOf('one', 'ana');
    await cache.rolesOf('other', 'ana');
    expect(roster.asked).toBe(2);
  });

  it('are not remembered for strangers, nor when the store failed', async () => {
    const { roster, cache } = setUp();
    expect(await cache.rolesOf('org', 'ana')).toBeUndefined();
    roster.failing = true;
    await expect(cache.rolesOf('org', 'ana')).rejects.toThrow('away');
    roster.failing = false;
    roster.held.set('ana', ['reporter']);
    expect(await cache.rolesOf('org', 'ana')).toEqual(['reporter']);
  });
});
