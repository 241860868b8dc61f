import { createHash } from 'node:crypto';
import { calendarOf } from '#kernel/clocks';
import { MEASURES } from '../measure-snapshot/measure.codes.js';
import { DEFINITIONS, definitionOf } from './definitions.js';

/**
 * What each id and version said when it was released. A change of a rule is a new version and a new line here; no line
 * is ever edited (INV-30).
 */
const RELEASED: Readonly<Record<string, string>> = {
  'CRP-01 v1': '71f841164233671a',
  'CRP-02 v1': 'aa579580a166b93e',
  'CRP-05a v1': 'c7cc124877fe90b1',
  'CRP-05b v1': 'a86efb4ab9ce482a',
  'CRP-11 v1': '0e0a03e040eb547b',
  'GOV-01 v1': '71a536f4136a4e19',
};

const said = Object.values(DEFINITIONS).map((one) => [
  `${one.id} v${one.version}`,
  createHash('sha256').update(JSON.stringify(one)).digest('hex').slice(0, 16),
]);

it.each(said)('%s is what it was when it was released', (name, hash) => {
  expect(`${name} ${hash}`).toBe(`${name} ${RELEASED[name as string]}`);
});

it('goes by its id, and business days by the calendar that it names', () => {
  expect(Object.keys(DEFINITIONS)).toEqual([...MEASURES]);
  for (const one of Object.values(DEFINITIONS)) {
    expect(definitionOf(one.id)).toBe(one);
    expect(one.calendar !== undefined).toBe(one.limit?.clock === 'BUSINESS_DAYS');
    if (one.calendar) expect(calendarOf(one.calendar.id).version).toBe(one.calendar.version);
  }
  expect(definitionOf('CRP-99')).toBeUndefined();
});
