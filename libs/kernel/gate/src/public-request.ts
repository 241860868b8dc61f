import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Actor } from '#kernel/core';
import { canonicalJson, type EdgeRequest, type FormBody, invalidField, pathOf } from '#kernel/http';
import type { Envelope } from '#kernel/ledger';
import { derivedUuid, digest } from '#kernel/platform';
import { FORM_KEY, isFormKey } from './form-key.js';

/**
 * What a command takes from a request without a caller. There is no address in it, no agent and no trace, and no id that
 * anybody outside has seen: what is kept of a submission leads nowhere.
 */
export interface PublicRequest {
  /** Random, and the same each time the same form is sent. */
  readonly formKey: string;
  /** Over method, path and body: the same key with anything else is a misuse (422). */
  readonly requestHash: Buffer;
}

/** Who may act without an account: nobody known, the patient, or somebody who stands up for them (domain.md 8.1). */
export type PublicActor =
  | { readonly kind: 'anonymous'; readonly role: 'reporter' | 'family' }
  | { readonly kind: 'patient' | 'representative'; readonly role: 'family' };

/**
 * Gives a controller its {@link PublicRequest}: by the form's hidden key, or by the Idempotency-Key of a JSON request.
 * 400 without one, or with one that two strangers might share.
 */
export const CurrentPublicRequest = createParamDecorator((_: undefined, context: ExecutionContext) =>
  publicRequest(context.switchToHttp().getRequest<EdgeRequest>()),
);

/** Gives a controller the form as it came; check it with `checkedForm` before anything else. */
export const SubmittedForm = createParamDecorator(
  (_: undefined, context: ExecutionContext): FormBody =>
    (context.switchToHttp().getRequest<EdgeRequest>().body ?? {}) as FormBody,
);

const FORM = /^application\/x-www-form-urlencoded\b/i;

export const publicRequest = (request: EdgeRequest): PublicRequest => {
  const byForm = FORM.test(request.headers['content-type'] ?? '');
  const key = byForm ? (request.body as FormBody | undefined)?.[FORM_KEY] : request.headers['idempotency-key'];
  if (!isFormKey(key))
    throw invalidField(
      byForm ? FORM_KEY : 'Idempotency-Key',
      'is required: a random key of 22 to 100 letters, digits, - and _, as a UUID is',
    );
  const requestHash = digest(request.method, pathOf(request), canonicalJson(request.body ?? {}));
  return { formKey: key, requestHash };
};

/**
 * The ledger's envelope of a public command, for the organization of the facility that was chosen. Its correlation id
 * follows from the command's, and not from the request.
 */
export const publicEnvelope = (
  { formKey, requestHash }: PublicRequest,
  org: string,
  actor: PublicActor,
  extra: Pick<Envelope, 'occurredAt' | 'meta' | 'claims' | 'lookups'> = {},
): Envelope => {
  const commandId = derivedUuid('public-command', org, formKey);
  const { traceparent: _, ...meta } = extra.meta ?? {};
  return {
    org,
    actor: actor satisfies Actor,
    commandId,
    requestHash,
    correlationId: derivedUuid('public-correlation', commandId),
    ...extra,
    ...(extra.meta && { meta }),
  };
};
