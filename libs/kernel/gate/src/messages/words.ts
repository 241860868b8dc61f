import { IntlMessageFormat } from 'intl-messageformat';

/** The languages that pages for the public speak. */
export const LANGUAGES = ['en', 'es'] as const;
export type Language = (typeof LANGUAGES)[number];

/** One language's messages by key, in ICU MessageFormat. */
export type Catalogue<K extends string = string> = Readonly<Record<K, string>>;

/** The same messages in every language: a key that one of them lacks does not compile. */
export type Catalogues<K extends string = string> = Readonly<Record<Language, Catalogue<K>>>;

type Args = Readonly<Record<string, string | number | Date>>;

/** Says a message of a catalogue in one language. */
export type Words<K extends string = string> = (key: K, args?: Args) => string;

/**
 * The words of a catalogue, by language: `wording({ en, es })('es')('skip')`. A message is parsed when it is first said.
 * Tags mean nothing in messages, so no markup comes from them.
 */
export const wording = <K extends string>(catalogues: Catalogues<K>): ((language: Language) => Words<K>) => {
  const parsed = new Map<string, IntlMessageFormat>();
  const message = (language: Language, key: K): IntlMessageFormat => {
    const at = `${language}/${key}`;
    const known = parsed.get(at) ?? new IntlMessageFormat(catalogues[language][key], language, {}, { ignoreTag: true });
    parsed.set(at, known);
    return known;
  };
  return (language) => (key, args) => String(message(language, key).format(args));
};
