import { accessMigrations } from '#kernel/access';
import { attachmentCatalogue, attachmentsMigrations } from '#kernel/attachments';
import { backupMigrations } from '#kernel/backup';
import { effectsMigrations } from '#kernel/effects';
import { gateMigrations } from '#kernel/gate';
import { ledgerMigrations } from '#kernel/ledger';
import { type Migration, platformMigrations } from '#kernel/platform';
import { type ForgottenTogether, privacyCatalogue, privacyMigrations, shredder, subjectDecider } from '#kernel/privacy';
import { leaves, PUBLISHER, type Reader, readersMigrations, trackOf, trackOfView } from '#kernel/readers';
import { withClocks } from './clocks-context.js';
import type { Context, FoldedStreams } from './contexts.js';

/** Every event type that may be stored: the kernel's own and those of the contexts. */
export const catalogueOf = (contexts: readonly Context[]) => [
  ...privacyCatalogue,
  ...attachmentCatalogue,
  ...withClocks(contexts).flatMap(({ catalogue }) => catalogue),
];

/** Every step of the schema, the kernel's first. */
export const migrationsOf = (contexts: readonly Context[]): readonly Migration[] => [
  ...platformMigrations,
  ...ledgerMigrations,
  ...readersMigrations,
  ...privacyMigrations,
  ...accessMigrations,
  ...effectsMigrations,
  ...attachmentsMigrations,
  ...backupMigrations,
  ...gateMigrations,
  ...withClocks(contexts).flatMap(({ migrations }) => migrations),
];

/** What is forgotten with what. */
export const forgottenTogether = (contexts: readonly Context[]): ForgottenTogether =>
  Object.assign({}, ...contexts.map((context) => context.forgottenTogether ?? {}));

/** The rows that views are made of. */
export const rowsOf = (contexts: readonly Context[]) =>
  withClocks(contexts).flatMap(({ projections }) => projections.map(({ row }) => row));

/** Readers that belong to no context: those that destroy keys and those that tell others. */
export const kernelReaders: readonly Reader[] = [shredder];

/** Whom an event concerns: a reader, the types that it reads, and the track that it goes on. */
export type Diet = Pick<Reader, 'name' | 'version' | 'types' | 'track'>;

/** All readers that a worker of these contexts runs, and what each of them reads: whom to watch. */
export const readersOf = (contexts: readonly Context[]): readonly Diet[] => [
  ...kernelReaders,
  { ...PUBLISHER, types: catalogueOf(contexts).flatMap((shape) => (leaves(shape) === 'never' ? [] : [shape.type])) },
  ...withClocks(contexts).flatMap(({ projections, readers = [], automations = [] }) => [
    ...projections.map((one) => ({
      name: one.name,
      version: one.version,
      types: Object.keys(one.on),
      ...trackOfView(one),
    })),
    ...automations.map(({ name, version, on }) => ({ name, version, types: Object.keys(on) })),
    ...readers,
  ]),
];

/** Readers that tell others or act, by name: what they did is done, and a restored past is no reason to do it again. */
export const actingReadersOf = (contexts: readonly Context[]): readonly string[] => {
  const projections = withClocks(contexts).flatMap((context) => context.projections);
  const again = [shredder, ...projections].map(({ name }) => name);
  return readersOf(contexts).flatMap(({ name }) => (again.includes(name) ? [] : [name]));
};

/** The tracks of a worker of these contexts: whom to poke. */
export const tracksOf = (contexts: readonly Context[]): readonly string[] => [
  ...new Set(readersOf(contexts).map(trackOf)),
];

/** The streams that can be folded here. */
export const decidersOf = (contexts: readonly Context[]): readonly FoldedStreams[] => [
  { decider: subjectDecider, reading: 'subject.forget' },
  ...contexts.flatMap(({ deciders = [] }) => deciders),
];
