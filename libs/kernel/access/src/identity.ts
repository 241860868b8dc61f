/** Whom a token stands for. */
export interface Identity {
  readonly org: string;
  readonly personId: string;
  /** When the token ends, in seconds since 1970. */
  readonly expiresAt: number;
}
