import { Injectable } from '@nestjs/common';
import { Checkpoints, type Lag } from '#kernel/readers';

/** How far one reader is behind; its ledger is named only where there are several. */
export type ReaderReport = Omit<Lag, 'ledger'> & { readonly ledger?: number };

/** What `/health/ready` tells. `behind` counts positions, `seconds` is the age of the oldest event not yet read. */
export interface ReadinessReport {
  readonly status: 'ready' | 'degraded' | 'waiting for a worker' | 'database unavailable';
  readonly readers: readonly ReaderReport[];
}

/** Asks what a request would need. A reader that is behind or in trouble is told, and does not stop the api. */
@Injectable()
export class Readiness {
  constructor(private readonly checkpoints: Checkpoints) {}

  async report(): Promise<ReadinessReport> {
    try {
      const lags = await this.checkpoints.lags();
      return { status: statusOf(lags), readers: told(lags) };
    } catch {
      return { status: 'database unavailable', readers: [] };
    }
  }
}

const statusOf = (lags: readonly Lag[]): ReadinessReport['status'] => {
  if (lags.length === 0) return 'waiting for a worker';
  return lags.some(({ trouble }) => trouble !== undefined) ? 'degraded' : 'ready';
};

const told = (lags: readonly Lag[]): ReaderReport[] => {
  const ledgers = new Set(lags.map(({ ledger }) => ledger));
  return ledgers.size > 1 ? [...lags] : lags.map(({ ledger: _ledger, ...lag }) => lag);
};
