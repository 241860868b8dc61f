import { code, eventType, NewerEvent, open, sealed, text, upcast } from './index.js';

const rated = eventType(
  'FallRated',
  3,
  {
    harm: open('OPER', code(['none', 'mild', 'severe'])),
    rater: open('OPER', code(['nurse', 'unknown'])),
    why: sealed('PHI', text()),
  },
  [
    ({ level, ...data }) => ({ ...data, harm: level === 0 ? 'none' : 'mild' }),
    (data) => ({ rater: 'unknown', ...data }),
  ],
);
const why = { sealed: 'v1.token' };

describe('upcasting', () => {
  it('takes data of every version the whole way to the newest', () => {
    const newest = { harm: 'mild', rater: 'unknown', why };
    expect(upcast(rated, 1, { level: 2, why })).toEqual(newest);
    expect(upcast(rated, 2, { harm: 'mild', why })).toEqual(newest);
    expect(upcast(rated, 3, newest)).toBe(newest);
  });

  it('refuses to guess at a version that it does not know', () => {
    expect(() => upcast(rated, 4, {})).toThrow(new NewerEvent('FallRated', 4));
  });

  it('does not declare a version that older data cannot reach', () => {
    expect(() => eventType('FallRated', 2, {})).toThrow('FallRated v2 needs 1 upcasts');
    expect(() => eventType('FallRated', 1, {}, [(data) => data])).toThrow('needs 0 upcasts');
  });
});
