/** What a scanner says of a file. */
export type Scan = { readonly verdict: 'clean' } | { readonly verdict: 'infected'; readonly finding: string };

/** The port to whatever looks for malware. */
export abstract class Scanner {
  /** What it calls itself, as a code. */
  abstract readonly engine: string;

  /** Throws when it could not look, for whatever reason, or was told to stop: the file then stays where it is. */
  abstract scan(bytes: Buffer, stop?: AbortSignal): Promise<Scan>;
}
