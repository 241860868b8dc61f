import { IsInt } from 'class-validator';
import { IsInstantWithZone, IsListOf, IsNested, Means } from '#kernel/http';
import { DefinitionBody } from '../../definitions/definition.body.js';
import { FigureBody } from '../../figures/figure.body.js';

/** A measure: how it is counted, and the figures. */
export class MeasureFiguresBody {
  @IsNested(() => DefinitionBody)
  definition: DefinitionBody;

  @Means('By what time limits are judged: now, or that of the point asked for.')
  @IsInstantWithZone()
  asOf: string;

  @Means('The place in the ledger up to which events are counted.')
  @IsInt()
  position: number;

  @IsListOf(() => FigureBody, 20_000)
  figures: readonly FigureBody[];
}
