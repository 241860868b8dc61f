/** Where a ledger stood when a backup was taken. */
export interface Head {
  readonly ledger: number;
  readonly position: number;
  /** Hexadecimal digits. */
  readonly chain: string;
}

/** What a backup says of itself, before its first table. */
export interface Header {
  readonly id: string;
  /** By the clock of the database. */
  readonly takenAt: string;
  /** Which master key wraps the keys that are in it; hexadecimal digits. */
  readonly masterKey: string;
  /** The steps of the schema that its tables have. */
  readonly migrations: readonly string[];
  readonly heads: readonly Head[];
  /** Whether the chain was walked while it was taken. */
  readonly verified: boolean;
}

/** The columns of the rows that follow. */
export interface TableStart {
  readonly table: string;
  readonly columns: readonly string[];
}

/** What came between a table's beginning and its end. */
export interface TableEnd {
  readonly rows: number;
  readonly bytes: number;
  readonly sha256: string;
}

/** What became of each table: in the report of a backup, and of a restore. */
export type Counts = Readonly<Record<string, number>>;
