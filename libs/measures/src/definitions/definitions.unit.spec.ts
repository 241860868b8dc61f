import { createHash } from 'node:crypto';
import { calendarOf } from '#kernel/clocks';
import { COUNTS } from '../counts/count.codes.js';
import { COUNT_DEFINITIONS, countDefinitionOf } from '../counts/count-definitions.js';
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
  'CRP-01 v2': 'b06fc8bbda58bc18',
  'CRP-02 v2': '26a22142d88ea656',
  'CRP-03 v1': '602c7cb922bf100a',
  'CRP-05a v2': '3ab5a4013ed87727',
  'CRP-05b v2': '6a9413c0790d23a6',
  'CRP-11 v2': '242a256ffa7d95b2',
  'PC-01 v1': '6976186d0bab7ae5',
  'PC-02 v1': '63429f785e4587c0',
  'GOV-01 v2': '95cc0882c1147759',
  'RES-01 v1': 'd5549ae3830f5303',
  'RES-02 v1': '901d12abf28a4dcb',
  'RES-03 v1': '2aa0628722110255',
  'RES-04 v1': '5871de19bef47935',
  'CRP-04 v1': '5a11d5ba6bff0c43',
  'CRP-06 v1': '30668125dc6214c5',
  'CRP-07 v1': '88eef910f9f28f04',
  'CRP-10 v1': '826b4a0fcf1c0ffd',
  'RES-05 v1': 'b172b54ac3ccb5ba',
  'RES-06 v1': 'bd0cceb9e706aadb',
  'first-talk-times v1': '10c84740e809e51a',
  'determination-times v1': '5ddc522dc2e45e44',
  'offer-times v1': '51cdb02b92c0866c',
  'resolution-times v1': '1023004186c35a41',
  'harm-events v1': 'f7edb682143e7503',
  'workforce-harm v1': '284c9843ae7142b1',
  'near-misses v1': 'b07edffb7b6e2804',
  'staff-feedback v1': '32607a505d6c5b30',
  'pso-submissions v1': '436c0a2c960ec352',
  'safety-event-turns v1': '33afb89c38302502',
  'concerns v1': 'c13bd07cd7c27408',
  'concern-turns v1': '1b179bb3cf61a9ef',
};

const said = [...Object.values(DEFINITIONS), ...Object.values(COUNT_DEFINITIONS)].map((one) => [
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
  expect(Object.keys(COUNT_DEFINITIONS)).toEqual([...COUNTS]);
  for (const one of Object.values(COUNT_DEFINITIONS)) expect(countDefinitionOf(one.id)).toBe(one);
  expect(countDefinitionOf('harm')).toBeUndefined();
});

it('aims at a share or at a mean', () => {
  for (const { target, targetMeanDays } of Object.values(DEFINITIONS))
    expect([target, targetMeanDays].filter((one) => one !== undefined)).toHaveLength(1);
});
