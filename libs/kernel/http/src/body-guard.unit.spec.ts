import * as fc from 'fast-check';
import { BODY_LIMIT, readBody } from './body-guard.js';
import { type Problem, ProblemError } from './problem.js';

const read = (text: string) => readBody(Buffer.from(text));
const problem = (body: string | Buffer): Problem => {
  try {
    readBody(Buffer.from(body));
  } catch (error) {
    if (error instanceof ProblemError) return error.problem;
    throw error;
  }
  throw new Error('the body was let in');
};
const field = (body: string) => problem(body).errors?.[0];
const NUL = '\\u0000';
const HALF = '\\ud83d';

describe('The body guard', () => {
  it('lets in what JSON.parse reads, and reads it the same', () => {
    return fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 8 })), fc.nat(3), (value, blanks) => {
        const text = JSON.stringify(value, undefined, blanks);
        const refused = /"(__proto__|constructor|prototype)"\s*:|\\u0000|\\ud[89a-f]../.test(text);
        fc.pre(!refused);
        expect(read(text)).toEqual(JSON.parse(text));
      }),
    );
  });

  it('never lets in what JSON.parse refuses, nor reads it otherwise, whatever the bytes', () => {
    const pieces = ['{', '}', '[', ']', ',', ':', '"', '\\', 'a', '1', 'null', ' ', '"a"', '"b":', 'é', '\\u00', '\n'];
    const soup = fc.array(fc.constantFrom(...pieces), { maxLength: 30 }).map((parts) => `{${parts.join('')}}`);
    return fc.assert(
      fc.property(soup, (text) => {
        let value: unknown;
        try {
          value = read(text);
        } catch (error) {
          expect(error).toBeInstanceOf(ProblemError);
          return;
        }
        expect(value).toEqual(JSON.parse(text));
      }),
      { numRuns: 2_000 },
    );
  });

  it('refuses a key that is there twice, however it is written, at any depth', () => {
    expect(field('{"a":1,"a":2}')).toEqual({ field: 'a', says: 'is there twice' });
    expect(field('{"a":1,"\\u0061":2}')).toEqual({ field: 'a', says: 'is there twice' });
    expect(field('{"lines":[{"x":1},{"x":1,"x":1}]}')).toEqual({ field: 'lines.1.x', says: 'is there twice' });
    expect(read('{"a":{"a":{"a":["a","a"]}},"b":"a"}')).toEqual({ a: { a: { a: ['a', 'a'] } }, b: 'a' });
  });

  it('refuses NUL and halves of surrogate pairs, in values and keys, and says where', () => {
    expect(field(`{"who":{"name":"a${NUL}b"}}`)).toEqual({ field: 'who.name', says: 'holds the character NUL' });
    expect(field(`{"lines":["ok","${HALF}"]}`)).toEqual({ field: 'lines.1', says: 'holds half of a surrogate pair' });
    expect(field(`{"${HALF}":1}`)?.field).toBe('\uFFFD');
    expect(field('{"a":"raw \0"}')).toEqual({ field: 'a', says: 'holds the character NUL' });
    expect(field('{"a":"two\nlines"}')?.says).toBe('holds a control character that is not escaped');
    expect(read('{"a":"\\ud83d\\ude00"}')).toEqual({ a: '😀' });
  });

  it('refuses names that reach for prototypes', () => {
    for (const name of ['__proto__', 'constructor', 'prototype', '__pro\\u0074o__'])
      expect(field(`{"a":{"${name}":{}}}`)?.says).toBe('is a name that no field may have');
  });

  it('counts levels: twenty are enough, two thousand are not', () => {
    const nested = (depth: number) => `{"a":${'['.repeat(depth - 1)}${']'.repeat(depth - 1)}}`;
    expect(read(nested(20))).toBeDefined();
    expect(field(nested(21))).toMatchObject({ says: 'is nested deeper than 20 levels' });
    expect(problem(nested(2_000)).status).toBe(400);
    expect(problem('['.repeat(2_000)).status).toBe(400);
  });

  it('refuses broken UTF-8, byte order marks, other things than objects, and what is too long', () => {
    expect(problem(Buffer.from([0x7b, 0x22, 0xc3, 0x28, 0x22, 0x7d])).detail).toMatch(/UTF-8/);
    expect(problem('\uFEFF{}').status).toBe(400);
    for (const text of ['[]', '"text"', '1', 'null', '{', '{"a":}', "{'a':1}", '{"a":1,}', '{} {}'])
      expect(problem(text).status).toBe(400);
    expect(problem(Buffer.alloc(BODY_LIMIT + 1, ' ')).status).toBe(413);
    expect(read('')).toEqual({});
  });

  it('keeps a message short, however long the names are', () => {
    const name = 'n'.repeat(5_000);
    expect(field(`{"${name}":"${NUL}"}`)?.field.length).toBeLessThanOrEqual(201);
  });
});
