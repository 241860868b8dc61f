import { catalogueFaults, fernandezHuerta, fleschKincaidGrade, syllablesOf } from '../testing/index.js';
import { en } from './messages.en.js';
import { es } from './messages.es.js';
import { wording } from './words.js';

describe('the words of pages', () => {
  it('are the same in both languages, plain, and without words of the trade', () => {
    expect(catalogueFaults({ en, es })).toEqual([]);
  });

  it('count in the language', () => {
    const words = wording({ en, es });
    expect(words('en')('problem.many', { minutes: 1 })).toMatch(/in about one minute/);
    expect(words('en')('problem.many', { minutes: 5 })).toMatch(/in about 5 minutes/);
    expect(words('es')('problem.many', { minutes: 5 })).toMatch(/en unos 5 minutos/);
  });

  it('make no markup', () => {
    const words = wording({ en: { a: '<b>{name}</b>' }, es: { a: '<b>{name}</b>' } });
    expect(words('en')('a', { name: '<i>' })).toBe('<b><i></b>');
  });
});

describe('a catalogue is found at fault', () => {
  const faults = (english: Record<string, string>, spanish: Record<string, string>) =>
    catalogueFaults({ en: english, es: spanish });

  it('for a key that one language lacks', () =>
    expect(faults({ a: 'Yes', b: 'No' }, { a: 'Sí' })).toEqual(['es b is missing']));
  it('for arguments that differ', () =>
    expect(faults({ a: 'Hello {name}' }, { a: 'Hola {nombre}' })).toEqual(['a takes {name} and {nombre}']));
  it('for arguments that differ within a choice', () =>
    expect(faults({ a: '{n, plural, other {# of {all}}}' }, { a: '{n, plural, other {# de todo}}' })).toEqual([
      'a takes {all, n} and {n}',
    ]));
  it.each([
    ['Incidents', 'incident'],
    ['An adverse thing', 'adverse'],
    ['Your CRP team', 'CRP'],
  ])('for %j', (text, word) => expect(faults({ a: text }, { a: 'Sí' })).toEqual([`en a says "${word}"`]));
  it('and not for words that only look like it', () =>
    expect(faults({ a: 'Incidentally, candor helps' }, { a: 'El candor' })).toEqual([]));
  it('for sentences that are hard to read', () => {
    const hard =
      'Notwithstanding organizational considerations, interdisciplinary deliberations necessitate comprehensive documentation prior to communication.';
    const duro =
      'No obstante las consideraciones organizacionales, las deliberaciones interdisciplinarias requieren documentación exhaustiva previamente a cualquier comunicación institucional.';
    expect(faults({ a: hard }, { a: duro })).toEqual([
      expect.stringMatching(/^en a needs grade/),
      expect.stringMatching(/^es a has an ease of/),
    ]);
  });
});

describe('reading', () => {
  it.each([
    ['en', 'cat', 1],
    ['en', 'someone', 2],
    ['en', 'water', 2],
    ['en', 'nurse', 1],
    ['en', 'medicine', 3],
    ['es', 'casa', 2],
    ['es', 'médico', 3],
    ['es', 'enfermera', 4],
    ['es', 'día', 2],
    ['es', 'cuidado', 3],
    ['es', 'quien', 1],
  ] as const)('hears in %s %s %d syllables', (language, word, syllables) =>
    expect(syllablesOf(language, word)).toBe(syllables),
  );

  it('knows easy from hard', () => {
    expect(fleschKincaidGrade('The cat sat on the mat. The dog ran to the door.')).toBeLessThan(2);
    expect(fernandezHuerta('El niño come pan. La niña va a la casa.')).toBeGreaterThan(80);
  });
});
