/** We do not know who is asking: no token, or one that we do not accept. Becomes 401 at the edge. */
export class NotAuthenticated extends Error {
  override readonly name = 'NotAuthenticated';

  constructor(
    message: string,
    /** Absent when no token came at all (RFC 6750 3.1 wants no error code then). */
    readonly code?: 'invalid_request' | 'invalid_token',
  ) {
    super(message);
  }
}

/** We know who is asking, and they may not. Becomes 403 at the edge. */
export class NotAllowed extends Error {
  override readonly name = 'NotAllowed';

  constructor(readonly action: string) {
    super(`None of your roles allows ${action}.`);
  }
}

/** The identity provider's keys cannot be fetched, so nobody can be recognized now. Becomes 503 at the edge. */
export class ProviderUnreachable extends Error {
  override readonly name = 'ProviderUnreachable';
}
