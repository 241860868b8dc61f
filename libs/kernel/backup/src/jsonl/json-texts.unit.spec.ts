import fc from 'fast-check';
import { jsonTexts } from './json-texts.js';

describe('the members of a JSON object, as written', () => {
  it('are those that parsing finds, whatever stands in them and however they are spaced', () => {
    const spaced = fc.tuple(fc.dictionary(fc.string(), fc.jsonValue()), fc.constantFrom(undefined, 1, '\t'));
    fc.assert(
      fc.property(spaced, ([object, indent]) => {
        const text = JSON.stringify(object, null, indent);
        const found = [...jsonTexts(text)].map(([name, value]) => [name, JSON.parse(value)]);
        expect(found).toEqual(Object.entries(JSON.parse(text)));
      }),
    );
  });

  it.each([
    ['{"a":1.0,"b":-0}', { a: '1.0', b: '-0' }],
    ['{"a": {"x" : "\\u00e9\\"}" } ,"b":[1, 2],"c":"}"}', { a: '{"x" : "\\u00e9\\"}" }', b: '[1, 2]', c: '"}"' }],
    ['{}', {}],
  ])('are kept letter by letter: %s', (text, expected) => {
    expect(Object.fromEntries(jsonTexts(text))).toEqual(expected);
  });
});
