import type { Database } from '#kernel/platform';
import type { Lookups } from '#kernel/privacy';
import type { PatientMatch } from './merging.rules.js';

const RECORD_NUMBER = 'record-number';

/** Whether two cases are of one patient: by keyed hashes of the record numbers they were begun with, no words are opened. */
export const patientsOf = async (
  db: Database,
  lookups: Lookups,
  org: string,
  [one, other]: readonly [string, string],
): Promise<PatientMatch> => {
  const [ours = [], theirs = []] = await db.inOrg(org, async (tx) => {
    const keysOf = (id: string) => lookups.keysOf(tx, org, RECORD_NUMBER, `resolution-case-${id}`);
    return [await keysOf(one), await keysOf(other)];
  });
  if (ours.length === 0 || theirs.length === 0) return 'unknown';
  return ours.some((key) => theirs.includes(key)) ? 'same' : 'different';
};
