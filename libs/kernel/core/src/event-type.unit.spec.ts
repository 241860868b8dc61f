import { code, type EventOf, eventProblem, eventType, open, optional, sealed, secret, text } from './index.js';

const fallReported = eventType('FallReported', 1, {
  harm: open('OPER', code(['none', 'mild'])),
  narrative: optional(sealed('PHI', text(20))),
});
type FallReported = EventOf<typeof fallReported>;

describe('an event type', () => {
  it('gives its events their type, with sealed fields that are no text', () => {
    const event: FallReported = { type: 'FallReported', data: { harm: 'mild', narrative: secret('Slipped.') } };
    expect(eventProblem(fallReported, event.data)).toBeUndefined();
    // @ts-expect-error a sealed field cannot be read as text
    const words: string | undefined = event.data.narrative;
    expect(words).toEqual({ clear: 'Slipped.' });
  });

  it('does not compile with free text in clear, nor with a field that has no label', () => {
    // @ts-expect-error free text is only accepted sealed
    const inClear = open('PHI', text());
    // @ts-expect-error a kind alone is no field: it has no label
    const unlabeled = () => eventType('Unlabeled', 1, { harm: code(['none']) });
    // @ts-expect-error there is no such label
    const mislabeled = open('SECRET', code(['none']));
    expect([inClear.sealed, mislabeled.sealed, typeof unlabeled]).toEqual([false, false, 'function']);
  });

  it.each([
    ['a field it does not know', { harm: 'mild', name: 'Ana' }, 'FallReported has no field name'],
    ['a field that is missing', {}, 'FallReported.harm is missing'],
    ['a value its kind refuses', { harm: 'huge' }, 'FallReported.harm must be one of none, mild'],
    [
      'text that is too long',
      { harm: 'mild', narrative: secret('x'.repeat(21)) },
      'FallReported.narrative must be text of 1 to 20 storable characters',
    ],
    [
      'words that were not marked secret',
      { harm: 'mild', narrative: 'Slipped.' },
      'FallReported.narrative must be text of 1 to 20 storable characters',
    ],
  ])('tells %s', (_what, data, problem) => {
    expect(eventProblem(fallReported, data)).toBe(problem);
  });
});
