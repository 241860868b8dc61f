import type { Context } from '#kernel/assembly';
import { measureSnapshotDecider } from './measure-snapshot/measure-snapshot.decider.js';
import { measureSnapshotCatalogue } from './measure-snapshot/measure-snapshot.events.js';
import { measureSnapshotsMigration } from './views/measure-snapshots/measure-snapshots.migration.js';
import { measureSnapshots } from './views/measure-snapshots/measure-snapshots.projection.js';
import { measureSnapshotsV1Migration } from './views/measure-snapshots/measure-snapshots-v1.migration.js';
import { measureSubjectsMigration } from './views/measure-subjects/measure-subjects.migration.js';
import { measureSubjects } from './views/measure-subjects/measure-subjects.projection.js';
import { measureSubjectsV1Migration } from './views/measure-subjects/measure-subjects-v1.migration.js';
import { measureSubjectsV2Migration } from './views/measure-subjects/measure-subjects-v2.migration.js';
import { measureSubjectsV3Migration } from './views/measure-subjects/measure-subjects-v3.migration.js';

export type { CountBody } from './counts/count.body.js';
export { COUNTS } from './counts/count.codes.js';
export { DEFINITIONS } from './definitions/definitions.js';
export type { FigureBody } from './figures/figure.body.js';
export { MeasuresModule } from './measures.module.js';
export { type MeasureCounts, ReadCounts } from './views/measure-counts/measure-counts.query.js';
export { type MeasureFigures, ReadFigures } from './views/measure-figures/measure-figures.query.js';

/** What this context brings to a process. */
export const measures: Context = {
  name: 'measures',
  catalogue: measureSnapshotCatalogue,
  migrations: [
    measureSubjectsV1Migration,
    measureSnapshotsV1Migration,
    measureSubjectsV2Migration,
    measureSnapshotsMigration,
    measureSubjectsV3Migration,
    measureSubjectsMigration,
  ],
  projections: [measureSubjects, measureSnapshots],
  watched: { 'measure-snapshot': 'measures.read' },
  deciders: [{ decider: measureSnapshotDecider, reading: 'measures.read' }],
};
