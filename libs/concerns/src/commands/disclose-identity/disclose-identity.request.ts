import { IsIn } from 'class-validator';
import { Absent, IsId, IsInstantWithZone, toInstant } from '#kernel/http';
import { IDENTITY_RECIPIENTS, type IdentityRecipient } from '../../concern/concern.codes.js';
import type { DiscloseIdentity } from './disclose-identity.command.js';

export class DiscloseIdentityRequest {
  @IsIn(IDENTITY_RECIPIENTS)
  readonly to: IdentityRecipient;

  /** Left out: the unit that the concern is about. */
  @Absent()
  @IsId()
  readonly unitId?: string;

  /** When the submitter agreed, where they had not when they submitted it. */
  @Absent()
  @IsInstantWithZone()
  readonly consentedAt?: string;
}

/** A validated request as the command's data. */
export const toDisclosure = ({ consentedAt, ...told }: DiscloseIdentityRequest): DiscloseIdentity['data'] => ({
  ...told,
  ...(consentedAt && { consentedAt: toInstant(consentedAt) }),
});
