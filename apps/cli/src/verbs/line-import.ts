import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { catalogueOf } from '#kernel/assembly';
import { LineImport } from '#kernel/backup';
import { uuid } from '#kernel/core';
import { MasterKey } from '#kernel/privacy';
import { contexts } from '../contexts.js';
import type { Acting } from '../session/acting.js';
import { Mistake } from '../session/mistake.js';
import type { Session } from '../session/session.js';
import { approverOf } from './approver.js';
import type { ImportSummary } from './import-summary.js';
import { Progress } from './progress.js';

/** Brings in an export of ours, line by line, into organizations that are empty here. */
export const importLines = async (
  session: Session,
  file: string,
  options: Acting & { readonly approvedBy?: string; readonly into?: string },
  lines: number | undefined,
): Promise<ImportSummary> => {
  const { into } = options;
  if (into !== undefined && uuid().problem(into)) throw new Mistake('--into takes the id of an organization.');
  const caller = await session.caller(options, 'organization.import');
  const approval = {
    ...options,
    action: 'organization.import',
    of: 'bringing in a past',
    standIn: 'operator',
  } as const;
  const approver = await approverOf(session, approval, caller);
  const progress = new Progress('line', lines);
  try {
    return await new LineImport({
      db: session.worker,
      master: session.part(MasterKey),
      catalogue: catalogueOf(contexts),
      approver: approver.personId,
      ...(into && { into }),
      lines: createInterface({ input: createReadStream(file), crlfDelay: Number.POSITIVE_INFINITY }),
      onProgress: (line) => progress.show(line),
    }).run();
  } finally {
    progress.stop();
  }
};
