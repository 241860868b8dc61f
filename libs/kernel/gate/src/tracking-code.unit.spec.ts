import fc from 'fast-check';
import { codeOfBytes, NO_CODE, readCode, shownCode } from './tracking-code.js';

const bytes = fc.uint8Array({ minLength: 12, maxLength: 32 }).map((array) => Buffer.from(array));

describe('a tracking code', () => {
  it('is read as it was shown, however it was copied', () => {
    fc.assert(
      fc.property(bytes, fc.array(fc.constantFrom(' ', '-', '–', '\t'), { maxLength: 6 }), (random, between) => {
        const code = codeOfBytes(random);
        const copied = between.reduce((text, sign, at) => `${text.slice(0, at * 2)}${sign}${text.slice(at * 2)}`, code);
        expect(readCode(shownCode(code))).toBe(code);
        expect(readCode(copied.toLowerCase())).toBe(code);
      }),
    );
  });

  it('uses every sign, and none that looks like another', () => {
    const signs = new Set(Array.from({ length: 32 }, (_, at) => codeOfBytes(Buffer.alloc(12, at))[0]));
    expect(signs.size).toBe(32);
    for (const sign of 'ILOU') expect(signs).not.toContain(sign);
  });

  it('takes O for zero, and I and L for one', () => expect(readCode('oOiI-lL11-0000')).toBe('001111110000'));

  it.each(['', '7K3M-94QX-V2C', '7K3M-94QX-V2CDD', '7K3M-94QX-V2C*', 'UUUU-UUUU-UUUU', '٧٧٧٧٧٧٧٧٧٧٧٧', '\u0000'])(
    'is not %j',
    (typed) => expect(readCode(typed)).toBe(NO_CODE),
  );

  it('that cannot be one reads as what no code is', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (typed) => /^(\w{12})$/.test(readCode(typed))));
    fc.assert(fc.property(bytes, (random) => codeOfBytes(random) !== NO_CODE));
  });

  it('needs twelve bytes', () => expect(() => codeOfBytes(Buffer.alloc(11))).toThrow());
});
