import { HttpException } from '@nestjs/common';
import { NotAllowed, NotAuthenticated, ProviderUnreachable } from '#kernel/access';
import { Refusal } from '#kernel/core';
import { KeyReused, StaleRevision } from '#kernel/ledger';
import { BODY_LIMIT } from './body-guard.js';
import { invalid, NOT_FOUND, type Problem, ProblemError, tooLarge, UNAVAILABLE, unsupportedMedia } from './problem.js';
import { isUnavailable } from './unavailable.js';

/** How an error is answered. A `fault` is ours and goes to the log; everything else is the caller's own affair. */
export interface Answer {
  readonly problem: Problem;
  readonly headers: Readonly<Record<string, string>>;
  readonly fault?: true;
}

const says = (problem: Problem, headers: Readonly<Record<string, string>> = {}): Answer => ({ problem, headers });

/** The one place where a refusal or an error gets its HTTP status. */
export const problemOf = (error: unknown): Answer => {
  if (error instanceof ProblemError) return says(error.problem, error.headers);
  if (error instanceof Refusal) return says(refused(error));
  if (error instanceof StaleRevision) return says(stale(error));
  if (error instanceof KeyReused) return says(KEY_REUSED);
  if (error instanceof NotAuthenticated) return unauthenticated(error);
  if (error instanceof NotAllowed) return says(notAllowed(error));
  if (error instanceof ProviderUnreachable || isUnavailable(error))
    return { ...says(UNAVAILABLE, { 'retry-after': '2' }), fault: true };
  const status = statusOf(error);
  return status < 500 ? says(ofStatus(status)) : { ...says(INTERNAL), fault: true };
};

const refused = ({ code, message, field }: Refusal): Problem =>
  code.endsWith('/not-found')
    ? NOT_FOUND
    : {
        type: `/problems/${code}`,
        title: 'The request was understood and refused',
        status: 409,
        detail: message,
        ...(field !== undefined && { errors: [{ field, says: message }] }),
      };

const stale = ({ current }: StaleRevision): Problem => ({
  type: '/problems/request/stale-revision',
  title: 'The record has changed',
  status: 412,
  detail: `The record is at revision ${current} now. Look at it again before you change it.`,
  errors: [{ field: 'If-Match', says: `is not "${current}"` }],
  revision: current,
});

const KEY_REUSED: Problem = {
  type: '/problems/request/key-reused',
  title: 'The idempotency key was used before',
  status: 422,
  detail: 'This Idempotency-Key came before with another request. Use a new key for a new request.',
  errors: [{ field: 'Idempotency-Key', says: 'was used with another request' }],
};

const unauthenticated = ({ message, code }: NotAuthenticated): Answer =>
  says(
    { type: '/problems/access/unauthenticated', title: 'Sign in first', status: 401, detail: message },
    { 'www-authenticate': code ? `Bearer error="${code}", error_description="${message}"` : 'Bearer' },
  );

const notAllowed = ({ message }: NotAllowed): Problem => ({
  type: '/problems/access/not-allowed',
  title: 'You may not do this',
  status: 403,
  detail: message,
});

const INTERNAL: Problem = {
  type: '/problems/internal',
  title: 'Something went wrong on our side',
  status: 500,
  detail: 'Please report it with the x-request-id header of this answer.',
};

/** The framework's own status: Nest's, or Fastify's where Nest never saw the request. */
const statusOf = (error: unknown): number => {
  if (error instanceof HttpException) return error.getStatus();
  const { name, statusCode } = (error ?? {}) as { name?: unknown; statusCode?: unknown };
  return name === 'FastifyError' && typeof statusCode === 'number' ? statusCode : 500;
};

/** What the framework itself says no to. */
const ofStatus = (status: number): Problem => {
  if (status === 404) return NOT_FOUND;
  if (status === 413) return tooLarge(BODY_LIMIT).problem;
  if (status === 415) return unsupportedMedia().problem;
  return { ...invalid('The server could not read the request.').problem, status };
};
