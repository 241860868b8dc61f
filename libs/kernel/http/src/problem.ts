/** What is wrong with one input: a body field as a dotted path, a parameter, or a header by its name. */
export interface FieldError {
  readonly field: string;
  readonly says: string;
}

/** An answer that says no, as RFC 9457 has it. Plain English, and nothing of the server's inside. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly errors?: readonly FieldError[];
  /** The stream's revision now, where another one was expected. */
  readonly revision?: number;
  /** Whom to call instead. */
  readonly phone?: string;
}

/** Thrown at the edge, and only there, to answer with a problem. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';

  constructor(
    readonly problem: Problem,
    readonly headers: Readonly<Record<string, string>> = {},
  ) {
    super(problem.detail);
  }
}

/** 400: the request is not one that this route understands. Names every input that is wrong, if it can. */
export const invalid = (detail: string, errors?: readonly FieldError[]): ProblemError =>
  new ProblemError({
    type: '/problems/request/invalid',
    title: 'The request is not valid',
    status: 400,
    detail,
    ...(errors && { errors }),
  });

/** 400 because of one input. */
export const invalidField = (field: string, says: string): ProblemError =>
  invalid(`${field} ${says}.`, [{ field, says }]);

/** 413. */
export const tooLarge = (bytes: number): ProblemError =>
  new ProblemError({
    type: '/problems/request/too-large',
    title: 'The request is too large',
    status: 413,
    detail: `A body may have at most ${bytes} bytes.`,
  });

/** 415. */
export const unsupportedMedia = (wanted = 'application/json in UTF-8'): ProblemError =>
  new ProblemError({
    type: '/problems/request/unsupported-media',
    title: 'The body has a type that is not understood',
    status: 415,
    detail: `Send the body as ${wanted}, not compressed.`,
  });

/** 405: what can be looked at here, and not changed. */
export const onlyRead = (): ProblemError =>
  new ProblemError(
    {
      type: '/problems/request/only-read',
      title: 'This can only be looked at',
      status: 405,
      detail: 'Nothing can be changed here.',
    },
    { allow: 'GET, HEAD' },
  );

/** 429: too many requests came. `seconds`: when to come again; `phone`: whom to call instead. */
export const tooMany = (seconds: number, phone?: string): ProblemError =>
  new ProblemError(
    {
      type: '/problems/request/too-many',
      title: 'Too many requests',
      status: 429,
      detail: `Come again in ${seconds} seconds${phone === undefined ? '' : `, or call ${phone}`}.`,
      ...(phone !== undefined && { phone }),
    },
    { 'retry-after': String(seconds) },
  );

export const UNAVAILABLE: Problem = {
  type: '/problems/unavailable',
  title: 'Not available right now',
  status: 503,
  detail: 'A part of the service does not answer. Send the same request, with the same Idempotency-Key, again shortly.',
};

/** 503: a part of the service does not answer, and may do so later. */
export const unavailable = (): ProblemError => new ProblemError(UNAVAILABLE, { 'retry-after': '2' });

/**
 * The one answer for what is not there and for what the caller may not know to be there: the same bytes for an
 * unknown path, an unknown id and another organization's record.
 */
export const NOT_FOUND: Problem = {
  type: '/problems/not-found',
  title: 'Not found',
  status: 404,
  detail: 'There is nothing at this address that you may see.',
};
