import { Injectable } from '@nestjs/common';
import { Checkpoints, type Lag, Refusals } from '#kernel/readers';

/**
 * How far one reader is behind; its ledger is named only where there are several. `refused` counts the commands of an
 * automation that were refused within a day.
 */
export type ReaderReport = Omit<Lag, 'ledger'> & { readonly ledger?: number; readonly refused?: number };

/** What `/health/ready` tells. `behind` counts positions, `seconds` is the age of the oldest event not yet read. */
export interface ReadinessReport {
  readonly status: 'ready' | 'degraded' | 'waiting for a worker' | 'database unavailable';
  readonly readers: readonly ReaderReport[];
}

/** Asks what a request would need. A reader that is behind or in trouble is told, and does not stop the api. */
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
  return lags.some(({ trouble }) => trouble !== undefined) ? 'degraded' : 'ready';
};

const told = (lags: readonly Lag[], refused: ReadonlyMap<string, number>): ReaderReport[] => {
  const several = new Set(lags.map(({ ledger }) => ledger)).size > 1;
  return lags.map(({ ledger, ...lag }) => {
    const count = refused.get(lag.reader);
    return { ...lag, ...(several && { ledger }), ...(count !== undefined && { refused: count }) };
  });
};
