import { type Reader, VIEWS_TRACK } from '#kernel/readers';
import { destroySubjects } from './keys.sql.js';
import type { SubjectEvent } from './subject/subject.events.js';

/**
 * Destroys the key of every subject that was erased, and with it everything that was sealed for the subject, wherever
 * a copy of the sealed text may be. Repeating it does no harm: after a restore, raise the version, or the
 * backup's keys would come back to life.
 */
export const shredder: Reader = {
  name: 'privacy.shredder',
  version: 1,
  shape: 'log',
  track: VIEWS_TRACK, // keys are destroyed where views are written, in PostgreSQL alone
  types: ['SubjectErased'],
  async apply(tx, events) {
    const subjects = events.map(({ data }) => (data as SubjectEvent['data']).subject);
    await tx.query(destroySubjects, [events.map(({ org }) => org), subjects]);
  },
};
