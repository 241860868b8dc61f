import { coded, eventType, open, optional, sealed, text } from '#kernel/core';
import { outlineOf, unopened } from './outline.js';

const shape = eventType('SomethingHappened', 1, {
  what: open('OPER', coded()),
  words: sealed('PHI', text()),
  who: optional(open('IDENT', coded())),
});
const data = { what: 'fall', words: { sealed: 'v1.abc' }, who: 'rosa', undeclared: 'x' };

describe('an outline of an event', () => {
  it('holds the fields of the labels that may be seen, as they are stored', () => {
    expect(outlineOf(shape, data, ['OPER'])).toEqual({ what: 'fall' });
    expect(outlineOf(shape, data, ['OPER', 'PHI'])).toEqual({ what: 'fall', words: { sealed: 'v1.abc' } });
    expect(outlineOf(shape, data, ['IDENT'])).toEqual({ who: 'rosa' });
  });
  it("holds nothing for somebody without labels, nor of a type that is nobody's here", () => {
    expect(outlineOf(shape, data, [])).toEqual({});
    expect(outlineOf(undefined, data, ['OPER', 'PHI', 'IDENT'])).toEqual({});
  });
  it('tells that something is sealed, and not the seal', () => {
    const state = { status: 'open', said: [{ words: { sealed: 'v1.abc' } }], by: null };
    expect(unopened(state)).toEqual({ status: 'open', said: [{ words: { sealed: true } }], by: null });
    expect(unopened(outlineOf(shape, data, ['PHI']))).toEqual({ words: { sealed: true } });
  });
});
