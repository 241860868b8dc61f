import type { Context } from '#kernel/assembly';
import { measureSubjectsMigration } from './views/measure-subjects/measure-subjects.migration.js';
import { measureSubjects } from './views/measure-subjects/measure-subjects.projection.js';

/** What this context brings to a process. */
export const measures: Context = {
  name: 'measures',
  catalogue: [],
  migrations: [measureSubjectsMigration],
  projections: [measureSubjects],
};
