import { IntlMessageFormat } from 'intl-messageformat';
import { type Catalogues, LANGUAGES, type Language } from '../messages/words.js';
import { fernandezHuerta, fleschKincaidGrade, wordsOf } from './readability.js';

/**
 * Words of the trade that no page for patients and families says (product.md 2.10), in their plural too; abbreviations
 * in their own case only.
 */
const BANNED: Readonly<Record<Language, readonly string[]>> = {
  en: [
    'incident',
    'adverse',
    'sentinel',
    'CRP',
    'CANDOR',
    'RCA',
    'triage',
    'disclosure',
    'mitigation',
    'stakeholder',
    'utilize',
    'pursuant',
    'clinician',
    'grievance',
    'submission',
    'complainant',
    'tracking number',
  ],
  es: [
    'incidente',
    'adverso',
    'adversa',
    'centinela',
    'CRP',
    'CANDOR',
    'RCA',
    'triaje',
    'divulgación',
    'mitigación',
    'querella',
    'reclamante',
  ],
};

/** A message with fewer words than this is a label: grades mean nothing there. */
const SENTENCE = 10;
const HIGHEST_GRADE = 8;
const LOWEST_EASE = 60;

type Node = ReturnType<IntlMessageFormat['getAst']>[number];

const parsed = (language: Language, message: string): readonly Node[] =>
  new IntlMessageFormat(message, language, {}, { ignoreTag: true }).getAst();

const choicesOf = (node: Node): readonly (readonly Node[])[] =>
  'options' in node && node.options ? Object.values(node.options).map(({ value }) => value) : [];

/** The arguments that a message takes. `value` is the text of a literal (type 0), and the name of all else. */
const argumentsOf = (nodes: readonly Node[]): string[] =>
  nodes.flatMap((node) => [
    ...('value' in node && node.type !== 0 ? [`${node.value}`] : []),
    ...choicesOf(node).flatMap(argumentsOf),
  ]);

/** A message as somebody would read it, every choice of it once; arguments are a short name. */
const readOf = (nodes: readonly Node[]): string[] => {
  const own = nodes.map((node) => (node.type === 0 ? node.value : choicesOf(node).length > 0 ? '' : 'Ana')).join('');
  return [own, ...nodes.flatMap((node) => choicesOf(node).flatMap(readOf))].filter((text) => text.trim() !== '');
};

const listed = (names: readonly string[]): string => [...new Set(names)].sort().join(', ');

const hardness = (language: Language, text: string): string | undefined => {
  if (wordsOf(text).length < SENTENCE) return undefined;
  const grade = fleschKincaidGrade(text);
  const ease = fernandezHuerta(text);
  if (language === 'en') return grade > HIGHEST_GRADE ? `needs grade ${grade.toFixed(1)}` : undefined;
  return ease < LOWEST_EASE ? `has an ease of ${ease.toFixed(0)}` : undefined;
};

const bannedIn = (language: Language, text: string): readonly string[] =>
  BANNED[language].filter((word) => {
    const ending = /^[A-Z]+$/.test(word) ? '' : '(?:s|es)?';
    return new RegExp(`(?<!\\p{L})${word}${ending}(?!\\p{L})`, ending === '' ? 'u' : 'iu').test(text);
  });

/**
 * Everything that is wrong with a catalogue of messages for the public, as sentences: keys or arguments that differ
 * between languages, words of the trade, and sentences (of ten words or more) that are harder than grade 8 by
 * Flesch-Kincaid or, in Spanish, harder than 60 by Fernández-Huerta. Every page's own catalogue is checked by this.
 */
export const catalogueFaults = (catalogues: Catalogues): readonly string[] => {
  const keys = [...new Set(LANGUAGES.flatMap((language) => Object.keys(catalogues[language])))];
  return keys.flatMap((key) => {
    const lacking = LANGUAGES.filter((language) => !catalogues[language][key]?.trim());
    if (lacking.length > 0) return lacking.map((language) => `${language} ${key} is missing`);
    const [first, ...others] = LANGUAGES.map((language) =>
      listed(argumentsOf(parsed(language, catalogues[language][key] ?? ''))),
    );
    return [
      ...others.filter((one) => one !== first).map((one) => `${key} takes {${first}} and {${one}}`),
      ...LANGUAGES.flatMap((language) => textFaults(language, key, catalogues[language][key] ?? '')),
    ];
  });
};

const textFaults = (language: Language, key: string, message: string): string[] =>
  readOf(parsed(language, message)).flatMap((text) => {
    const hard = hardness(language, text);
    return [
      ...bannedIn(language, text).map((word) => `${language} ${key} says "${word}"`),
      ...(hard === undefined ? [] : [`${language} ${key} ${hard}: ${text}`]),
    ];
  });
