import type { Tx } from '#kernel/platform';
import { holdMails, holdPast } from './holds.sql.js';

/**
 * After a restore: nothing that follows from the past leaves the house before a person has said so, since nobody here
 * knows what left the lost one. Inboxes are filled all the same. Answers how many mails were stopped on their way.
 */
export const holdRestored = async (tx: Tx): Promise<number> => {
  await tx.query(holdPast);
  return (await tx.query(holdMails)).length;
};
