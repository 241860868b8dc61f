import 'reflect-metadata';
import { Command } from 'commander';
import { RepairRefused } from '#kernel/assembly';
import { BackupProblem } from '#kernel/backup';
import { Refusal } from '#kernel/core';
import { KeyReused } from '#kernel/ledger';
import { ConfigProblem, UnsafeStore } from '#kernel/platform';
import { RebuildRefused, RebuildStuck } from '#kernel/readers';
import { INTERRUPTED, Interrupted } from './session/interruption.js';
import { Mistake } from './session/mistake.js';
import { backupVerbs } from './verbs/backup.js';
import { doctorVerb } from './verbs/doctor.js';
import { exportVerb } from './verbs/export.js';
import { importVerb } from './verbs/import.js';
import { ledgerVerbs } from './verbs/ledger.js';
import { measuresVerb } from './verbs/measures.js';
import { noticesVerbs } from './verbs/notices.js';
import { onCallVerbs } from './verbs/on-call.js';
import { organizationVerbs, personVerbs } from './verbs/organizations.js';
import { personasVerbs } from './verbs/personas.js';
import { readersVerbs } from './verbs/readers.js';
import { startVerbs } from './verbs/start.js';
import { streamVerb } from './verbs/stream.js';
import { subjectVerbs } from './verbs/subject.js';
import { traceVerb } from './verbs/trace.js';

const program = new Command('forthright')
  .description('an event-sourced backend for patient safety')
  .showHelpAfterError('(forthright --help shows what there is)');

for (const verbs of [
  startVerbs,
  importVerb,
  exportVerb,
  ledgerVerbs,
  readersVerbs,
  streamVerb,
  traceVerb,
  measuresVerb,
  organizationVerbs,
  personVerbs,
  personasVerbs,
  onCallVerbs,
  noticesVerbs,
  subjectVerbs,
  backupVerbs,
  doctorVerb,
])
  verbs(program);

const THEIRS = [
  Mistake,
  Refusal,
  KeyReused,
  ConfigProblem,
  UnsafeStore,
  RebuildRefused,
  RebuildStuck,
  RepairRefused,
  BackupProblem,
];

/** What whoever typed the command can mend is told in a line; anything else is a bug and keeps its stack. */
const isTheirs = (error: unknown): error is Error => THEIRS.some((kind) => error instanceof kind);

/** Told in a line as well, though nobody mistyped anything. */
const doesNotHold = (error: Error): boolean => error instanceof BackupProblem && error.kind === 'damaged';

try {
  await program.parseAsync();
} catch (error) {
  if (error instanceof Interrupted) process.exit(INTERRUPTED);
  process.stderr.write(`${isTheirs(error) ? error.message : ((error as Error).stack ?? String(error))}\n`);
  process.exit(isTheirs(error) && !doesNotHold(error) ? 2 : 1); // at once: what had been opened when it failed would hold the process
}
