import { createHash } from 'node:crypto';
import type { TableEnd } from './header.js';

const NEWLINE = 10;

/** Counts what passes by: in PostgreSQL's text form every row ends with a line feed, and none stands within one. */
export class RowCount {
  private rows = 0;
  private bytes = 0;
  private readonly hash = createHash('sha256');

  take(piece: Buffer): void {
    for (let at = piece.indexOf(NEWLINE); at >= 0; at = piece.indexOf(NEWLINE, at + 1)) this.rows += 1;
    this.bytes += piece.length;
    this.hash.update(piece);
  }

  end(): TableEnd {
    return { rows: this.rows, bytes: this.bytes, sha256: this.hash.digest('hex') };
  }
}
