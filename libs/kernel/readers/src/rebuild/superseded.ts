import type { Database } from '#kernel/platform';
import type { Standing } from '../checkpoints.js';
import type { Reader } from '../reader.js';
import { RebuildRefused } from './rebuild-refused.js';
import { dropTable, forgetParked, forgetSlots, knowsVersion, tableExists } from './view-slots.sql.js';
import { forgetWithheld } from './withheld.sql.js';

const SLOTS = { live: 'views', next: 'views_next', before: 'views_before' } as const;

/** Whether nobody here runs this reader in this version: what it left behind stays until it is dropped. */
export const isSuperseded = (
  { reader, version }: Pick<Standing, 'reader' | 'version'>,
  running: readonly Pick<Reader, 'name' | 'version'>[],
): boolean => !running.some((one) => one.name === reader && one.version === version);

/**
 * Forgets a version of a reader that nobody runs any more: its checkpoints, and its tables in every slot. `current` is
 * the table of the version that runs, `…_v<n>`; without one (the reader is gone) there is no table to find. Answers the
 * tables that are gone. Needs the owner's role.
 */
export const dropVersion = async (
  owner: Database,
  { name, version, current }: { name: string; version: number; current?: string },
): Promise<string[]> => {
  const table = current?.replace(/^views\./, '').replace(/_v\d+$/, `_v${version}`);
  if (current === `views.${table}`) throw new RebuildRefused(`${current} is not of version ${version} of ${name}.`);
  return owner.across(async (tx) => {
    const known = await tx.query(knowsVersion, [name, version]);
    if (known.length === 0) throw new RebuildRefused(`There never was a version ${version} of ${name} here.`);
    await tx.query(forgetSlots, [name, version, Object.keys(SLOTS)]);
    await tx.query(forgetWithheld, [name, version, Object.keys(SLOTS)]);
    await tx.query(forgetParked, [name, version]);
    const dropped: string[] = [];
    if (!table) return dropped;
    for (const one of Object.values(SLOTS).map((schema) => `${schema}.${table}`)) {
      const [{ exists } = { exists: false }] = await tx.query<{ exists: boolean }>(tableExists, [one]);
      if (!exists) continue;
      await tx.query(dropTable(one));
      dropped.push(one);
    }
    return dropped;
  });
};
