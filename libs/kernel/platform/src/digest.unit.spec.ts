import fc from 'fast-check';
import { derivedUuid, digest } from './digest.js';

describe('a digest', () => {
  it('tells apart lists of parts that read alike when joined', () => {
    expect(digest('ab', 'c')).not.toEqual(digest('a', 'bc'));
    expect(digest('ab')).not.toEqual(digest('ab', ''));
  });
  it('gives a UUID of version 8 that follows from its parts alone', () => {
    fc.assert(
      fc.property(fc.array(fc.string()), (parts) => {
        expect(derivedUuid(...parts)).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
        expect(derivedUuid(...parts)).toBe(derivedUuid(...parts));
      }),
    );
  });
});
