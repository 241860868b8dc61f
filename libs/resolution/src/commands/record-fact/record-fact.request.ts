import { IsIn } from 'class-validator';
import { IsText } from '#kernel/http';
import { FACT_SOURCES, type FactSource } from '../../facts/facts.codes.js';

export class RecordFactRequest {
  /** Where it comes from. What is privileged is refused. */
  @IsIn(FACT_SOURCES)
  readonly source: FactSource;

  /** What happened. Sealed where it is stored. */
  @IsText(4000)
  readonly text: string;
}
