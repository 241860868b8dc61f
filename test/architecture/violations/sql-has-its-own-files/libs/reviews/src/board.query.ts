const sql = String.raw;

export const board = sql`select 1`;
