/**
 * How a table's rows come back. `append`: into the empty table. `replace`: in place of what the schema itself or a
 * process that looked in has put there.
 */
export interface KeptTable {
  readonly name: string;
  readonly how: 'append' | 'replace';
}

const append = (name: string): KeptTable => ({ name, how: 'append' });
const replace = (name: string): KeptTable => ({ name, how: 'replace' });

/** Every table that cannot be made again from others, in an order in which foreign keys hold. */
export const KEPT: readonly KeptTable[] = [
  replace('ledger.ledgers'),
  append('ledger.placements'),
  append('ledger.events'),
  append('ledger.blocks'),
  append('ledger.commands'),
  append('ledger.claims'),
  replace('privacy.master_keys'),
  append('privacy.keys'),
  append('privacy.lookups'),
  append('access.reads'),
  append('platform.personas'),
  replace('readers.checkpoints'),
  append('readers.refusals'),
  append('readers.switches'),
  append('readers.parked'),
  append('readers.skips'),
  append('effects.notices'),
  append('effects.inbox'),
  append('effects.effects'),
  append('effects.history'),
  append('effects.holds'),
  append('attachments.files'),
  append('safety_events.drafts'),
  append('backup.restores'),
];

/**
 * What is not kept: the schema's own notes are compared instead, views are folded again from the log, rebuilds
 * begun again, the development mailbox is nobody's, and what the public sent in the last hour is counted anew.
 */
const MADE_AGAIN = [
  /^platform\.migrations$/,
  /^views(_next|_before|_aside)?\./,
  /^readers\.beside_withheld$/,
  /^effects\.mailbox$/,
  /^gate\./,
];

/** Of all the tables that there are: those that a backup keeps, and those that nobody has thought about yet. */
export const sorted = (tables: readonly string[]): { kept: readonly KeptTable[]; unknown: readonly string[] } => ({
  kept: KEPT.filter(({ name }) => tables.includes(name)),
  unknown: tables.filter(
    (table) => !KEPT.some(({ name }) => name === table) && !MADE_AGAIN.some((pattern) => pattern.test(table)),
  ),
});
