import type { DeadlineFact } from '#kernel/clocks';
import { automating, recorded } from '#kernel/readers/testing';
import { ExpireOffer } from '../commands/expire-offer/expire-offer.command.js';
import { whenOfferLapsesThenExpireIt } from './when-offer-lapses-then-expire-it.js';

const id = '0192a000-0000-7000-8000-000000000401';
const missed = (kind: string): DeadlineFact => ({
  type: 'DeadlineMissed',
  data: {
    deadlineId: '0192a000-0000-7000-8000-000000000402',
    kind,
    tells: 'claims',
    lifeAtRisk: false,
    dueAt: '2026-05-20T09:00:00.000Z',
    done: false,
  },
});

it('ends an offer when its clock has run out', () =>
  automating(whenOfferLapsesThenExpireIt)
    .when(recorded(missed('OF-01'), { stream: `resolution-case-${id}` }))
    .thenSends((act) => [new ExpireOffer(id, act())]));

it.each([
  ['another clock of a case', 'DL-18', `resolution-case-${id}`],
  ['a clock of another stream', 'OF-01', `concern-${id}`],
])('does nothing for %s', (_, kind, stream) =>
  automating(whenOfferLapsesThenExpireIt)
    .when(recorded(missed(kind), { stream }))
    .thenSends(() => []),
);
