import type { Placements } from '#kernel/ledger';
import type { Checkpoints } from './checkpoints.js';
import type { Reader } from './reader.js';

/** Read your writes: waits for a view to come to a position of its organization's ledger. */
export class Views {
  constructor(
    private readonly placements: Placements,
    private readonly checkpoints: Checkpoints,
  ) {}

  /** Waits at most 2 seconds; `behind` when the view has not come so far by then. */
  async reached(
    view: Pick<Reader, 'name' | 'version'>,
    org: string,
    position: number,
  ): Promise<'caught-up' | 'behind'> {
    const ledger = await this.placements.ledgerOf(org);
    if (ledger === undefined) return 'behind';
    return (await this.checkpoints.reached(view, ledger, position)) ? 'caught-up' : 'behind';
  }
}
