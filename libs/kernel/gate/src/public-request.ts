import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Actor } from '#kernel/core';
import {
  canonicalJson,
  type EdgeRequest,
  type FormBody,
  invalidField,
  pathOf,
  readUpload,
  type Upload,
} from '#kernel/http';
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

/** A form that somebody sent with a file, or without one, and the request that it came with. */
export interface SentUpload {
  readonly form: FormBody;
  readonly file?: Upload['file'];
  readonly request: PublicRequest;
}

/** Gives a controller the {@link SentUpload} of a `PublicUpload`. It is read only now, when its sender was let in. */
export const CurrentUpload = createParamDecorator(
  async (_: undefined, context: ExecutionContext): Promise<SentUpload> => {
    const asked = context.switchToHttp().getRequest<EdgeRequest>();
    const { fields: form, file } = await readUpload(asked);
    const of = file ? [file.name, file.sha256] : [];
    const requestHash = digest(asked.method, pathOf(asked), canonicalJson(form), ...of);
    return { form, ...(file && { file }), request: { formKey: formKeyOf(form[FORM_KEY], FORM_KEY), requestHash } };
  },
);

const FORM = /^application\/x-www-form-urlencoded\b/i;

export const publicRequest = (request: EdgeRequest): PublicRequest => {
  const byForm = FORM.test(request.headers['content-type'] ?? '');
  const key = byForm ? (request.body as FormBody | undefined)?.[FORM_KEY] : request.headers['idempotency-key'];
  const requestHash = digest(request.method, pathOf(request), canonicalJson(request.body ?? {}));
  return { formKey: formKeyOf(key, byForm ? FORM_KEY : 'Idempotency-Key'), requestHash };
};

const formKeyOf = (key: unknown, field: string): string => {
  if (isFormKey(key)) return key;
  throw invalidField(field, 'is required: a random key of 22 to 100 letters, digits, - and _, as a UUID is');
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
