import { accessMigrations } from '#kernel/access';
import { ledgerMigrations } from '#kernel/ledger';
import { type Migration, platformMigrations } from '#kernel/platform';
import { privacyCatalogue, privacyMigrations, shredder } from '#kernel/privacy';
import { PUBLISHER, type Reader, readersMigrations } from '#kernel/readers';
import type { Context } from './contexts.js';

/** Every event type that may be stored: the kernel's own and those of the contexts. */
export const catalogueOf = (contexts: readonly Context[]) => [
  ...privacyCatalogue,
  ...contexts.flatMap(({ catalogue }) => catalogue),
];

/** Every step of the schema, the kernel's first. */
export const migrationsOf = (contexts: readonly Context[]): readonly Migration[] => [
  ...platformMigrations,
  ...ledgerMigrations,
  ...readersMigrations,
  ...privacyMigrations,
  ...accessMigrations,
  ...contexts.flatMap(({ migrations }) => migrations),
];

/** The rows that views are made of. */
export const rowsOf = (contexts: readonly Context[]) =>
  contexts.flatMap(({ projections }) => projections.map(({ row }) => row));

/** Readers that belong to no context: those that destroy keys and those that tell others. */
export const kernelReaders: readonly Reader[] = [shredder];

/** All readers that a worker of these contexts runs, by name and version: whom to poke and whom to watch. */
export const readersOf = (contexts: readonly Context[]): readonly Pick<Reader, 'name' | 'version'>[] => [
  ...kernelReaders,
  PUBLISHER,
  ...contexts.flatMap(({ projections, readers = [] }) => [...projections, ...readers]),
];
