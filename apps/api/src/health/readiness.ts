import { Injectable } from '@nestjs/common';
import { Checkpoints, type Lag } from '#kernel/readers';

/** What `/health/ready` tells. `behind` counts positions, `seconds` is the age of the oldest event not yet read. */
export interface ReadinessReport {
  readonly status: 'ready' | 'waiting for a worker' | 'database unavailable';
  readonly readers: readonly Omit<Lag, 'ledger'>[];
}

/** Asks what a request would need. A reader that is behind or in trouble is told, and does not stop the api. */
@Injectable()
export class Readiness {
  constructor(private readonly checkpoints: Checkpoints) {}

  async report(): Promise<ReadinessReport> {
    try {
      const lags = await this.checkpoints.lags();
      const readers = lags.map(({ ledger: _ledger, ...lag }) => lag);
      return { status: readers.length > 0 ? 'ready' : 'waiting for a worker', readers };
    } catch {
      return { status: 'database unavailable', readers: [] };
    }
  }
}
