export { BackupProblem } from './backup-problem.js';
export { type EventLine, readLine } from './jsonl/event-line.js';
export { KEPT, sorted } from './kept-tables.js';
export { backupMigrations } from './migrations.js';
export { headerOf as headerOfBackup } from './read-backup.js';
export { type Restored, restoreBackup } from './restore-backup.js';
export { lacking, stepOf } from './schema-steps.js';
export { type Taken, takeBackup } from './take-backup.js';
