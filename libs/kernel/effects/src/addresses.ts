/** Who people are and where they are reached: asked when a notice goes out, not when it was asked for. */
export abstract class Addresses {
  /** Everybody who holds a role now. */
  abstract holders(org: string, role: string): Promise<readonly string[]>;
  /** Where a person gets mail; nothing where nobody knows, or the person was forgotten. */
  abstract mailOf(org: string, person: string): Promise<string | undefined>;
}

/** Who is on call. */
export abstract class OnCall {
  /** Who is on call for a duty now; nobody where the roster has a gap. */
  abstract now(org: string, duty: string): Promise<readonly string[]>;
}
