import type { MeasureSnapshotRow } from './measure-snapshot.row.js';
import type { SnapshotLine } from './measure-snapshots.body.js';

/** What a list tells of a snapshot. */
export const lineOf = ({
  org: _org,
  figures: _figures,
  position: _position,
  ...line
}: MeasureSnapshotRow): SnapshotLine => line;
