import type { Placements } from '#kernel/ledger';
import type { Checkpoints } from './checkpoints.js';
import type { Reader } from './reader.js';

/** Read your writes: waits for a view to come to a position of its organization's ledger. */
export class Views {
  constructor(
    private readonly placements: Placements,
    private readonly checkpoints: Checkpoints,
  ) {}

  /**
   * Waits at most 2 seconds; `behind` when the view has not come so far by then, and at once for a position that the
   * ledger does not have yet, or one that waits behind an event that the view could not read.
   */
  async reached(
    view: Pick<Reader, 'name' | 'version'>,
    org: string,
    position: number,
  ): Promise<'caught-up' | 'behind'> {
    const ledger = await this.placements.ledgerOf(org);
    if (ledger === undefined) return 'behind';
    const there =
      (await this.checkpoints.reached(view, ledger, position, 0)) ||
      (!(await this.isBeyondHead(view, ledger, position)) && (await this.checkpoints.reached(view, ledger, position)));
    return there && !(await this.checkpoints.withholds(view, ledger, position)) ? 'caught-up' : 'behind';
  }

  private async isBeyondHead(view: Pick<Reader, 'name' | 'version'>, ledger: number, position: number) {
    const lag = (await this.checkpoints.lags([view])).find((one) => one.ledger === ledger);
    return lag !== undefined && position > lag.position + lag.behind;
  }
}
