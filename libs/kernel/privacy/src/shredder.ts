import { type Reader, VIEWS_TRACK } from '#kernel/readers';
import { destroySubjects } from './keys.sql.js';
import type { SubjectErased } from './subject/subject.events.js';

/**
 * Destroys the key of every subject that was erased, and of what is beside it, and with them everything that was sealed for the subject, wherever
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
    const gone = events.flatMap(({ org, data }) => {
      const { subject, beside = [] } = data as SubjectErased['data'];
      return [subject, ...beside].map((one) => ({ org, subject: one }));
    });
    await tx.query(destroySubjects, [gone.map(({ org }) => org), gone.map(({ subject }) => subject)]);
  },
};
