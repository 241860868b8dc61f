import { IsArray, IsBoolean, IsIn, IsInt, IsString } from 'class-validator';
import { Absent, IsId, IsInstantWithZone, IsListOf, Means } from '#kernel/http';
import { FigureBody } from '../../figures/figure.body.js';
import { type Kind, MEASURES, type MeasureId, PERIOD_KINDS } from '../../measure-snapshot/measure.codes.js';

/** What a snapshot is of. */
export class SnapshotLine {
  @IsId()
  id: string;

  @IsIn(MEASURES)
  measure: MeasureId;

  @IsInt()
  definitionVersion: number;

  @IsIn(PERIOD_KINDS)
  kind: Kind;

  @IsArray()
  @IsString({ each: true })
  periods: readonly string[];

  @Means('Published before its periods were over, or every case of them matured.')
  @IsBoolean()
  provisional: boolean;

  @Means('The place in the ledger up to which events were counted.')
  @IsInt()
  asOfPosition: number;

  @IsInstantWithZone()
  asOf: string;

  @IsInstantWithZone()
  takenAt: string;

  /** Who took it, by id. */
  @IsId()
  takenBy: string;
}

/** A page of the snapshots. */
export class SnapshotsBody {
  @IsListOf(() => SnapshotLine, 200)
  items: readonly SnapshotLine[];

  /** The cursor of the page that follows; absent on the last one. */
  @Absent()
  @IsString()
  next?: string;
}

/** A snapshot, and what the same figures are today. */
export class SnapshotBody extends SnapshotLine {
  @Means('As they were published: they never change.')
  @IsListOf(() => FigureBody, 20_000)
  figures: readonly FigureBody[];

  @Means('As they are counted now, with what was entered or corrected since.')
  @IsListOf(() => FigureBody, 20_000)
  today: readonly FigureBody[];
}
