import type { INestApplicationContext } from '@nestjs/common';
import type { ReadSide } from '#kernel/assembly';
import { ClamdScanner, Quarantine } from '#kernel/attachments';
import { Streams } from '#kernel/ledger';
import { type ConnectedConfig, type Logger, Rounds } from '#kernel/platform';
import { Safe } from '#kernel/privacy';
import { Drafts } from '#safety-events';

/** Milliseconds between two looks for files to scan, and between two sweeps. */
const LOOK_MS = 2000;
const SWEEP_MS = 3_600_000;

/** What a worker does beside reading: files go through the scanner, and what nobody needs any more is swept. */
export const startChores = (
  { clamd }: ConnectedConfig,
  app: INestApplicationContext,
  { db }: ReadSide,
  log: Logger,
): (() => Promise<void>) => {
  const safe = app.get(Safe);
  const scanner = clamd && new ClamdScanner(clamd);
  if (!scanner) log.warn('CLAMAV_HOST and CLAMAV_SOCKET name no scanner: attachments are handed out as unscanned');
  const quarantine = new Quarantine(db, safe, app.get(Streams), scanner, log);
  const drafts = new Drafts(db, safe);
  const rounds = [
    new Rounds(
      (signal) => quarantine.run(signal),
      LOOK_MS,
      ({ name }) => log.warn({ trouble: name }, 'files wait'),
    ),
    new Rounds(
      async () => {
        await quarantine.sweep();
        await drafts.sweep();
      },
      SWEEP_MS,
      ({ name }) => log.warn({ trouble: name }, 'nothing could be swept'),
    ),
  ];
  for (const one of rounds) one.start();
  return async () => {
    await Promise.all(rounds.map((one) => one.stop()));
  };
};
