/** A mail on its way out. `id` and `key` are the same at every try; the id is nobody else's, even after a restore. */
export interface Mail {
  readonly org: string;
  readonly id: string;
  readonly key: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

/** The provider surely did not take it: it may be sent again. */
export class NotTaken extends Error {
  override readonly name = 'NotTaken';
}

/** The provider refused it for good. */
export class RefusedForGood extends Error {
  override readonly name = 'RefusedForGood';
}

/** Who takes mails. */
export abstract class Provider {
  /**
   * Answers the provider's own id of a mail that was taken. Throws {@link NotTaken} or {@link RefusedForGood}; anything
   * else means that nobody knows.
   */
  abstract deliver(mail: Mail): Promise<string>;
}
