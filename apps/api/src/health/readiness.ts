import { Injectable } from '@nestjs/common';
import { Checkpoints, type Lag, Refusals, VIEWS_TRACK } from '#kernel/readers';

/**
 * How far one reader is behind; its ledger is named only where there are several. `refused` counts the commands of an
 * automation that were refused within a day, `parked` the streams that wait behind an event that cannot be read.
 */
export type ReaderReport = Omit<Lag, 'ledger' | 'built' | 'track' | 'parked'> & {
  readonly ledger?: number;
  readonly refused?: number;
  readonly parked?: number;
};

/** What `/health/ready` tells. `behind` counts positions, `seconds` is the age of the oldest event not yet read. */
export interface ReadinessReport {
  readonly status: 'ready' | 'degraded' | 'waiting for a worker' | 'views are being built' | 'database unavailable';
  readonly readers: readonly ReaderReport[];
}

/**
 * Asks what a request would need. A reader that is behind, in trouble or has streams parked is told, and does not stop the
 * api; a view that was never filled does, since its lists would be wrong and not only old.
 */
@Injectable()
export class Readiness {
  constructor(
    private readonly checkpoints: Checkpoints,
    private readonly refusals: Refusals,
  ) {}

  async report(): Promise<ReadinessReport> {
    try {
      const [lags, refused] = await Promise.all([this.checkpoints.lags(), this.refusals.lately()]);
      return { status: statusOf(lags), readers: told(lags, refused) };
    } catch {
      return { status: 'database unavailable', readers: [] };
    }
  }
}

const statusOf = (lags: readonly Lag[]): ReadinessReport['status'] => {
  if (lags.length === 0) return 'waiting for a worker';
  if (lags.some(({ track, built, behind }) => track === VIEWS_TRACK && !built && behind > 0))
    return 'views are being built';
  return lags.some(({ trouble, parked }) => trouble !== undefined || parked > 0) ? 'degraded' : 'ready';
};

const told = (lags: readonly Lag[], refused: ReadonlyMap<string, number>): ReaderReport[] => {
  const several = new Set(lags.map(({ ledger }) => ledger)).size > 1;
  return lags.map(({ ledger, parked, built: _built, track: _track, ...lag }) => {
    const count = refused.get(lag.reader);
    return {
      ...lag,
      ...(several && { ledger }),
      ...(count !== undefined && { refused: count }),
      ...(parked > 0 && { parked }),
    };
  });
};
