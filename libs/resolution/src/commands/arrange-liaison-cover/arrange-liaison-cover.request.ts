import { IsBoolean } from 'class-validator';
import { IsId, IsInstantWithZone, toInstant } from '#kernel/http';
import type { ArrangeLiaisonCover } from './arrange-liaison-cover.command.js';

export class ArrangeLiaisonCoverRequest {
  /** Somebody who works here, was not involved in the harm, and is not the liaison. */
  @IsId()
  readonly cover: string;

  @IsInstantWithZone()
  readonly from: string;

  /** After it begins. */
  @IsInstantWithZone()
  readonly until: string;

  /** Whether the patient has been told of it. */
  @IsBoolean()
  readonly patientTold: boolean;
}

/** A validated request as the command's data. */
export const toCover = ({ from, until, ...told }: ArrangeLiaisonCoverRequest): ArrangeLiaisonCover['data'] => ({
  ...told,
  from: toInstant(from),
  until: toInstant(until),
});
