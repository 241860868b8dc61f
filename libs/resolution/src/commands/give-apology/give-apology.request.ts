import { IsIn } from 'class-validator';
import { LateEntry } from '#kernel/http';
import { MODES, type Mode } from '../../resolution-case/resolution-case.codes.js';

export class GiveApologyRequest extends LateEntry {
  /** Sorrow that it happened, or answering for it: the latter waits for the determination or counsel. */
  @IsIn(['empathy', 'responsibility'])
  readonly kind: 'empathy' | 'responsibility';

  @IsIn(MODES)
  readonly mode: Mode;
}
