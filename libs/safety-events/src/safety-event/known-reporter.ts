import type { Recorded } from '#kernel/core';
import type { Streams } from '#kernel/ledger';
import type { KnownReporter } from './follow-up.rules.js';
import { safetyEventDecider } from './safety-event.decider.js';
import type { SafetyEventFact } from './safety-event.events.js';

/** Who reported a safety event, as far as is known: by id, or by a code that was given out. */
export const knownReporter = async (streams: Streams, org: string, id: string): Promise<KnownReporter> => {
  const { events } = await streams.asOf(safetyEventDecider, org, id);
  const known = events.map((event): KnownReporter => {
    const fact = event as Recorded & SafetyEventFact;
    if (fact.type === 'SafetyEventReported') return fact.data.reporter ? { reporter: fact.data.reporter } : {};
    return fact.type === 'ReportReceiptIssued' ? { codeHash: fact.data.codeHash } : {};
  });
  return Object.assign({}, ...known);
};
