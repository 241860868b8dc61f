import { deciding } from '#kernel/core/testing';
import { clockPolicyDecider } from './clock-policy.decider.js';
import type { ClockPolicyEvent } from './clock-policy.events.js';

const { given } = deciding(clockPolicyDecider);
const by = '0192a000-0000-7000-8000-000000000021';
const facilityId = '0192a000-0000-7000-8000-000000000010';

const terms = {
  kind: 'DL-20',
  runs: true,
  clock: 'BUSINESS_DAYS',
  amount: 1,
  pausableFor: ['patient_wish'],
  extensions: 3,
  tells: 'risk-manager',
  basis: 'policy 7',
  status: 'policy',
};
const define = { type: 'DefineClock', data: { ...terms, standsStill: true, by } } as const;
const defined = (version: number, changes: object = {}): ClockPolicyEvent => ({
  type: 'ClockDefined',
  data: { ...terms, version, definedBy: by, ...changes },
});
const adopt = { type: 'AdoptPolicyPack', data: { jurisdiction: 'us-co', packVersion: '2019-1', by } } as const;
const adopted = (more: object = {}): ClockPolicyEvent => ({
  type: 'PolicyPackAdopted',
  data: { jurisdiction: 'us-co', packVersion: '2019-1', adoptedBy: by, ...more },
});

describe('defining a clock', () => {
  it('counts on from the version that ships', () => given().when(define).then(defined(2)));
  it('makes a version of each change, by kind', () =>
    given(defined(2, { amount: 3 }), defined(2, { kind: 'DL-21' }))
      .when(define)
      .then(defined(3)));
  it('makes none of what is so already', () => given(defined(2)).when(define).thenNothing());
  it('is refused where a clock that never stands still shall', () =>
    given()
      .when({ ...define, data: { ...define.data, standsStill: false } })
      .thenRefused('clock-policy/never-pauses'));
});

describe('adopting a policy pack', () => {
  it('adopts it once, for all facilities or for one', () => {
    given().when(adopt).then(adopted());
    given(adopted()).when(adopt).thenNothing();
    given(adopted())
      .when({ ...adopt, data: { ...adopt.data, facilityId } })
      .then(adopted({ facilityId }));
  });
});
