import fc from 'fast-check';
import { FORM_LIMIT, readForm } from './form-body.js';
import { ProblemError } from './problem.js';

const read = (text: string) => readForm(Buffer.from(text, 'latin1'));

describe('a form', () => {
  it('is read as browsers write it', () => {
    expect(
      read('narrative=She+fell%2C+at+3%0D%0Aagain+%C3%A9%F0%9F%98%80&kind=fall&kind=delay&empty=&blank=+%0D%0A'),
    ).toEqual({
      narrative: 'She fell, at 3\nagain é😀',
      kind: ['fall', 'delay'],
    });
    expect(read('')).toEqual({});
    expect(read('&&a=1&')).toEqual({ a: '1' });
    expect(read('a=b=c')).toEqual({ a: 'b=c' });
  });

  it('says what was written, whatever it was', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (text) => {
        const form = readForm(Buffer.from(new URLSearchParams({ said: text }).toString()));
        expect(form.said ?? '').toBe(text.trim() === '' ? '' : text.replace(/\r\n?/g, '\n'));
      }),
    );
  });

  it.each([
    ['a broken escape', 'a=%zz'],
    ['half an escape', 'a=%2'],
    ['an escape that is no UTF-8', 'a=%ff%fe'],
    ['an overlong escape', 'a=%c0%af'],
    ['half of a surrogate pair', 'a=%ed%a0%80'],
    ['bytes that are no UTF-8', 'a=\xff'],
    ['a name that reaches for prototypes', '__proto__=x'],
    ['another one', 'constructor=x'],
    ['a name of signs', 'a%5B0%5D=x'],
    ['no name', '=x'],
    ['a long name', `${'n'.repeat(61)}=x`],
    ['very many fields', 'a=1&'.repeat(201)],
  ])('is refused with %s', (_, text) => expect(() => read(text)).toThrow(ProblemError));

  it('is refused when it is too large', () =>
    expect(() => read(`a=${'x'.repeat(FORM_LIMIT)}`)).toThrow(
      expect.objectContaining({ problem: expect.objectContaining({ status: 413 }) }) as Error,
    ));

  it('never fails in another way', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        try {
          readForm(Buffer.from(bytes));
        } catch (error) {
          expect(error).toBeInstanceOf(ProblemError);
        }
      }),
    );
  });
});
