import { IsInt } from 'class-validator';
import { IsInstantWithZone, IsListOf, Means } from '#kernel/http';
import { CountBody, CountDefinitionBody } from '../../counts/count.body.js';

/** Counts: how they are made, and their lines. */
export class MeasureCountsBody {
  @IsListOf(() => CountDefinitionBody, 100)
  definitions: readonly CountDefinitionBody[];

  @IsInstantWithZone()
  asOf: string;

  @Means('The place in the ledger up to which events are counted.')
  @IsInt()
  position: number;

  @IsListOf(() => CountBody, 50_000)
  counts: readonly CountBody[];
}
