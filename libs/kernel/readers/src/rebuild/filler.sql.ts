import { sql } from '#kernel/platform';

/**
 * For this transaction: a crash of the machine may take the last steps back, rows and checkpoint together, and a rebuild
 * that is resumed makes them again. The switch itself waits for the disk, and with it for all that was written before.
 */
export const doNotWaitForDisk = sql`set local synchronous_commit = off`;
