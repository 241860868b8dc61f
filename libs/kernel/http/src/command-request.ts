import { Readable } from 'node:stream';
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { type Caller, callerOfRequest } from '#kernel/access';
import type { Envelope } from '#kernel/ledger';
import { derivedUuid, digest, traceparentOf } from '#kernel/platform';
import { canonicalJson } from './canonical-json.js';
import { invalidField } from './problem.js';
import { type EdgeRequest, pathOf } from './request.js';

/** What a command takes from its request beside the body: who, under which key, against which revision. */
export interface CommandRequest {
  readonly caller: Caller;
  /** Follows from the organization, the person and the Idempotency-Key: a retry is the same command. */
  readonly commandId: string;
  /** Over method, path and body: the same key with anything else is a misuse. */
  readonly requestHash: Buffer;
  /** The request's id, which every event that follows from it carries. */
  readonly correlationId: string;
  /** The revision that If-Match names. */
  readonly expected?: number;
  /** The span that what follows is a part of: ours where this process traces, else the caller's. */
  readonly traceparent?: string;
}

/** Gives a controller its {@link CommandRequest}; 400 without a proper Idempotency-Key or with a broken If-Match. */
export const CurrentCommand = createParamDecorator((_: undefined, context: ExecutionContext) =>
  commandRequest(context.switchToHttp().getRequest<EdgeRequest>()),
);

export const commandRequest = (request: EdgeRequest): CommandRequest => {
  const caller = callerOfRequest(request);
  const key = idempotencyKey(request.headers['idempotency-key']);
  const expected = expectedRevision(request.headers['if-match']);
  const traceparent = request.span?.traceparent ?? traceparentOf(request.headers.traceparent);
  return {
    caller,
    commandId: derivedUuid('http-command', caller.org, caller.personId, key),
    requestHash: digest(request.method, pathOf(request), canonicalJson(bodyOf(request))),
    correlationId: request.id,
    ...(expected !== undefined && { expected }),
    ...(traceparent !== undefined && { traceparent }),
  };
};

/** A file that is still to be read is no part of it yet: `withFile` puts it in. */
const bodyOf = ({ body }: EdgeRequest): unknown => (body instanceof Readable ? {} : (body ?? {}));

/** The ledger's envelope of a command, with what only the handler knows: meta, claims, lookups, occurredAt. */
export const toEnvelope = (
  { caller, commandId, requestHash, correlationId, expected, traceparent }: CommandRequest,
  extra: Pick<Envelope, 'occurredAt' | 'meta' | 'claims' | 'lookups' | 'causationId'> = {},
): Envelope => ({
  org: caller.org,
  actor: caller.actor,
  commandId,
  requestHash,
  correlationId,
  ...(expected !== undefined && { expected }),
  ...extra,
  ...((traceparent || extra.meta) && { meta: { ...(traceparent && { traceparent }), ...extra.meta } }),
});

const idempotencyKey = (header: string | string[] | undefined): string => {
  if (header === undefined)
    throw invalidField('Idempotency-Key', 'is required: one key for one command, kept for its retries');
  if (typeof header !== 'string' || !/^[\x21-\x7e]{1,200}$/.test(header))
    throw invalidField('Idempotency-Key', 'must be 1 to 200 visible ASCII characters');
  return header;
};

const expectedRevision = (header: string | undefined): number | undefined => {
  if (header === undefined) return undefined;
  const revision = Number(/^"([1-9]\d{0,14})"$/.exec(header)?.[1]);
  if (Number.isNaN(revision)) throw invalidField('If-Match', 'must be one revision in quotes, as "7"');
  return revision;
};
