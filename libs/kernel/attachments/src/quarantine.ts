import { coded, Refusal } from '#kernel/core';
import type { Streams } from '#kernel/ledger';
import { type Database, derivedUuid, digest, type Logger } from '#kernel/platform';
import type { Safe } from '#kernel/privacy';
import { attachmentDecider, type RecordScan } from './attachment/attachment.decider.js';
import * as statements from './file/files.sql.js';
import type { Scan, Scanner } from './scanner.js';

/** Seconds that one worker has for one scan, before another may take the file. */
const LEASE_SECONDS = 120;

/** Seconds until a file that could not be scanned is tried again: 5, 10, 20, … up to ten minutes. */
const pauseAfter = (tries: number): number => Math.min(5 * 2 ** (tries - 1), 600);

/** Hours that half an upload is kept: somebody may be sending it again. */
const ORPHAN_HOURS = 24;

interface Taken {
  readonly org: string;
  readonly id: string;
  readonly stream: string;
  readonly tries: number;
}

/** The engine that is named where there is none. */
const NOBODY = 'none';

/**
 * Lets files out of quarantine: takes each that the log knows to the scanner, and writes down what it says. Without a
 * scanner it says so. A scanner that does not answer leaves files where they are. Any number of workers may do this.
 */
export class Quarantine {
  constructor(
    private readonly db: Database,
    private readonly safe: Safe,
    private readonly streams: Streams,
    private readonly scanner: Scanner | undefined,
    private readonly logger: Logger,
  ) {}

  /** Scans everything that is due now, or until told to stop. */
  async run(signal?: AbortSignal): Promise<void> {
    while (!signal?.aborted && (await this.scanOne(signal)));
  }

  /** Deletes halves of uploads that nobody finished within a day, and what was forgotten or taken away. Answers how many. */
  async sweep(): Promise<number> {
    const orphans = await this.db.call({ text: statements.sweepOrphans, values: [ORPHAN_HOURS] });
    const forgotten = await this.db.call({ text: statements.sweepForgotten });
    return orphans.length + forgotten.length;
  }

  private async scanOne(stop?: AbortSignal): Promise<boolean> {
    const values = [LEASE_SECONDS, this.scanner !== undefined];
    const [taken] = await this.db.call<Taken>({ text: statements.takeFile, values });
    if (!taken) return false;
    try {
      await this.judge(taken, stop);
    } catch (error) {
      await this.putOff(taken, error as Error);
    }
    return true;
  }

  private async judge(taken: Taken, stop?: AbortSignal): Promise<void> {
    const { org, id, stream } = taken;
    const bytes = await this.bytesOf(taken);
    if (!bytes) return; // taken away or forgotten meanwhile: the sweep deletes what is left
    const scan = await this.scanner?.scan(bytes, stop);
    const data = { attachmentId: id, ...said(scan), engine: this.scanner?.engine ?? NOBODY };
    await this.record(stream, org, { type: 'RecordScan', data });
    await this.db.call({ text: statements.noteVerdict, values: [org, id, data.verdict] });
    if (data.verdict === 'infected') this.logger.error({ org, attachment: id }, 'an attachment is infected');
  }

  private async bytesOf({ org, id, stream }: Taken): Promise<Buffer | undefined> {
    return this.db.inOrg(org, async (tx) => {
      const [row] = await tx.query<{ content: Buffer }>(statements.contentOf, [org, id, stream]);
      return row && this.safe.open(tx, { org, subject: stream, item: `file-${id}` }, row.content);
    });
  }

  private async record(stream: string, org: string, command: RecordScan): Promise<void> {
    const [category, id] = [stream.slice(0, -37), stream.slice(-36)];
    const { attachmentId, verdict, engine } = command.data;
    const commandId = derivedUuid('attachment-scan', org, attachmentId, engine, verdict);
    await this.streams.decide(attachmentDecider(category), id, command, {
      org,
      actor: { kind: 'system', role: 'system' },
      commandId,
      requestHash: digest(commandId),
      correlationId: commandId,
    });
  }

  private async putOff({ org, id, tries }: Taken, error: Error): Promise<void> {
    await this.db.call({ text: statements.putOff, values: [org, id, pauseAfter(tries)] });
    const trouble = error instanceof Refusal ? error.code : error.message;
    this.logger.error(
      { org, attachment: id, tries, trouble },
      'an attachment could not be scanned, and stays locked up',
    );
  }
}

const said = (scan: Scan | undefined): Pick<RecordScan['data'], 'verdict' | 'finding'> => {
  if (!scan) return { verdict: 'unscanned' };
  if (scan.verdict === 'clean') return scan;
  const { finding } = scan;
  return { verdict: 'infected', ...(coded().problem(finding) === undefined && { finding }) };
};
