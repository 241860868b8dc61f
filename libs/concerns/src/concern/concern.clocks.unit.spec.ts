import { recorded } from '#kernel/readers/testing';
import { concernClocks } from './concern.clocks.js';
import type { ConcernFact } from './concern.events.js';
import * as one from './concern.examples.js';

/** What a fact says to the table of one kind of clock. */
const says = (kind: string, table: 'starts' | 'stops' | 'cancels', fact: ConcernFact): unknown => {
  const rule = concernClocks.rules.find((of) => of.kind === kind);
  const tells = rule?.[table] as Record<string, (event: unknown) => unknown> | undefined;
  return tells?.[fact.type]?.(recorded(fact));
};
const submitted = (changes: Partial<(typeof one.submitted)['data']>): ConcernFact => ({
  ...one.submitted,
  data: { ...one.submitted.data, ...changes },
});

it('the hour of somebody at risk runs from when the concern was received, whoever submitted it', () => {
  expect(says('DL-19', 'starts', submitted({ stillAtRisk: true, mayContact: false }))).toBe(one.monday);
  expect(says('DL-19', 'starts', submitted({ stillAtRisk: false }))).toBeUndefined();
});

it('nobody is owed an acknowledgement or an answer who cannot be told', () => {
  for (const kind of ['DL-20', 'CN-01']) {
    expect(says(kind, 'starts', submitted({ reachable: true, mayContact: true }))).toBe(one.monday);
    expect(says(kind, 'starts', submitted({ reachable: false }))).toBeUndefined();
    expect(says(kind, 'starts', submitted({ mayContact: false }))).toBeUndefined();
  }
});

it('a grievance is answered from when it was received, however late it was called one', () => {
  expect(says('DL-21', 'starts', one.asGrievance)).toBe(one.monday);
  expect(says('DL-21', 'starts', one.classified)).toBeUndefined();
});
