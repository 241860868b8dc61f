import { Column, type ColumnOptions, PrimaryColumn } from 'typeorm';

/** The organization that a row belongs to: first in every key. */
export const OrgColumn = () => PrimaryColumn({ type: 'uuid', name: 'org' });

/** A row's id within its organization. */
export const IdColumn = () => PrimaryColumn({ type: 'uuid', name: 'id' });

/** A time, read as an instant. */
export const InstantColumn = (options: ColumnOptions = {}) =>
  Column({ ...options, type: 'timestamptz', transformer: { from: toInstant, to: (value: unknown) => value } });

/** A position or revision, read as a number. */
export const PositionColumn = (options: ColumnOptions = {}) =>
  Column({ ...options, type: 'bigint', transformer: { from: toNumber, to: (value: unknown) => value } });

const toInstant = (value: unknown) => (value instanceof Date ? value.toISOString() : value);
const toNumber = (value: unknown) => (typeof value === 'string' ? Number(value) : value);
