import { sql } from '#kernel/platform';

/** $1 ledger, $2 told time; arrays with one element a command: $3-$11; a event: $12-$17; a claim: $18-$20. */
export const callAppendBatch = sql`
select * from ledger.append_batch($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20)`;

/** $1 ledger, $2 told time; $3-$10 the command; $11-$16 its event. */
export const callAppendOne = sql`
select * from ledger.append_one($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)`;

/** $1 organization, $2 ledger. */
export const callPlace = sql`select ledger.place($1, $2)`;
