import { streamId } from '#kernel/core';
import { projection } from '#kernel/readers';
import type { MeasureSnapshotFact } from '../../measure-snapshot/measure-snapshot.events.js';
import { MeasureSnapshotRow } from './measure-snapshot.row.js';

/** Every snapshot as it was taken: there is one fact of each, and never another. */
export const measureSnapshots = projection<MeasureSnapshotRow, MeasureSnapshotFact>({
  name: 'measures.snapshots',
  version: 2,
  row: MeasureSnapshotRow,
  key: ({ stream }) => streamId(stream),
  on: {
    MeasureSnapshotTaken: ({ data, recordedAt, position }) => ({ ...data, takenAt: recordedAt, position }),
  },
});
