import { IsId } from './fields.js';

/** The path of one record. */
export class IdPath {
  @IsId()
  readonly id: string;
}
