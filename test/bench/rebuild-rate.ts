import { rebuilding } from '#kernel/assembly';
import type { ConnectedConfig } from '#kernel/platform';
import { contexts } from '../../apps/cli/src/contexts.js';

const LIST = 'safety-events.list';

/**
 * Events a second of a whole rebuild of the list of safety events, from the first statement to the last index, as
 * `forthright readers rebuild` does it beside the one that is read. All events of the ledger count, those too that the
 * list passes over.
 */
export const rebuildRate = (config: ConnectedConfig): Promise<number> =>
  rebuilding(config, contexts, LIST, async (rebuild) => {
    await rebuild.drop(['next']);
    const begun = performance.now();
    let events = 0;
    await rebuild.fill((_done, of) => {
      events = of;
    });
    const seconds = (performance.now() - begun) / 1000;
    await rebuild.drop(['next']);
    return events / seconds;
  });
