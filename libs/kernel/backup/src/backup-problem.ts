/**
 * Why a backup is not taken or not restored. `damaged`: it is not as it was written, or what it holds does not verify;
 * `unfit`: it is whole, but not for this place, and whoever asked can mend that. Nothing was stored in either case.
 */
export class BackupProblem extends Error {
  override readonly name = 'BackupProblem';

  constructor(
    readonly kind: 'damaged' | 'unfit',
    message: string,
  ) {
    super(message);
  }
}

/** Refuses a backup that is not as it was written. */
export const damaged = (what: string): never => {
  throw new BackupProblem('damaged', `This backup is damaged: ${what}. Nothing was restored.`);
};

/** Refuses what does not fit. */
export const unfit = (says: string): never => {
  throw new BackupProblem('unfit', says);
};
