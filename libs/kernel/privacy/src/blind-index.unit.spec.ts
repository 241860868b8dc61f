import { randomBytes } from 'node:crypto';
import { blindIndex } from './blind-index.js';

describe('a blind index', () => {
  const key = randomBytes(32);
  const number = blindIndex(key, 'record-number', 'MRN 0042-7');

  it.each(['MRN 0042-7', ' mrn00427 ', 'MRN-0042 7', 'ＭＲＮ00427'])(
    'is the same however the number is written: %s',
    (value) => {
      expect(blindIndex(key, 'record-number', value)).toEqual(number);
    },
  );

  it('differs by value, by scope and by organization', () => {
    expect(blindIndex(key, 'record-number', 'MRN 0042-8')).not.toEqual(number);
    expect(blindIndex(key, 'phone', 'MRN 0042-7')).not.toEqual(number);
    expect(blindIndex(randomBytes(32), 'record-number', 'MRN 0042-7')).not.toEqual(number);
  });

  it('keeps leading zeros, which tell numbers apart', () => {
    expect(blindIndex(key, 'record-number', '00427')).not.toEqual(blindIndex(key, 'record-number', '427'));
  });
});
