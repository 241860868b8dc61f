import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { type Place, seal, unseal } from './seal.js';
import { SealBroken } from './seal-broken.js';

const key = randomBytes(32);
const here: Place = {
  org: '0192f0c4-0000-7000-8000-000000000001',
  stream: 'safety-event-0192f0c4-0000-7000-8000-0000000000a1',
  eventId: '0192f0c4-0000-7000-8000-0000000000c1',
  field: 'narrative',
};
const text = fc.string({ unit: 'binary', maxLength: 500 });

describe('a sealed value', () => {
  it('opens at its place to what was sealed, whatever that was', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (clear) => {
        expect(unseal(key, here, seal(key, here, clear))).toEqual(JSON.parse(JSON.stringify(clear)));
      }),
    );
  });

  it('shows nothing of what it holds', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 4 }), (clear) => {
        const token = seal(key, here, clear);
        expect(token).toMatch(/^v1\.[\w-]+\.[\w-]+\.[\w-]+$/);
        expect(Buffer.from(token.split('.')[2] ?? '', 'base64url').includes(clear)).toBe(false);
      }),
    );
  });

  it('looks different each time', () => {
    expect(seal(key, here, 'the same')).not.toBe(seal(key, here, 'the same'));
  });

  it.each(['org', 'stream', 'eventId', 'field'] as const)('does not open under another %s', (part) => {
    const token = seal(key, here, 'She fell.');
    expect(() => unseal(key, { ...here, [part]: 'elsewhere' }, token)).toThrow(SealBroken);
  });

  it('does not open under another key', () => {
    expect(() => unseal(randomBytes(32), here, seal(key, here, 'She fell.'))).toThrow(SealBroken);
  });

  it('does not open once a single bit of it changed', () => {
    fc.assert(
      fc.property(text, fc.nat(), fc.integer({ min: 0, max: 7 }), (clear, at, bit) => {
        const parts = seal(key, here, clear)
          .split('.')
          .slice(1)
          .map((part) => Buffer.from(part, 'base64url'));
        const whole = Buffer.concat(parts);
        whole.writeUInt8(whole.readUInt8(at % whole.length) ^ (1 << bit), at % whole.length);
        const cut = [whole.subarray(0, 12), whole.subarray(12, -16), whole.subarray(-16)];
        const changed = ['v1', ...cut.map((part) => part.toString('base64url'))].join('.');
        expect(() => unseal(key, here, changed)).toThrow(SealBroken);
      }),
    );
  });

  it('does not open with a shortened tag', () => {
    const [version, nonce, ciphertext, tag = ''] = seal(key, here, 'She fell.').split('.');
    const short = Buffer.from(tag, 'base64url').subarray(0, 4).toString('base64url');
    expect(() => unseal(key, here, [version, nonce, ciphertext, short].join('.'))).toThrow(SealBroken);
  });

  it('is named by its place when it is broken, and never by its words', () => {
    const broken = () => unseal(key, here, 'She fell.');
    expect(broken).toThrow(/narrative.*malformed/);
    expect(broken).not.toThrow(/She fell/);
  });
});
