import { invalid, tooLarge } from './problem.js';

/** What a form said: each field's text, or the texts of a field that came several times. Empty fields are left out. */
export type FormBody = Readonly<Record<string, string | readonly string[]>>;

/** The most bytes that a form may have: 20,000 characters of any script, three times encoded, and the small fields. */
export const FORM_LIMIT = 262_144;
const MOST_FIELDS = 200;
/** What fields of our forms are called. */
export const FIELD_NAME = /^(?!constructor$|prototype$)[A-Za-z][A-Za-z0-9-]{0,59}$/;

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/**
 * Reads `application/x-www-form-urlencoded` as browsers send it. Refuses (400) what is not UTF-8, broken escapes, names
 * that no form of ours has, and too many fields. A field that is blank counts as left out; line ends become `\n`.
 */
export const readForm = (body: Buffer): FormBody => {
  if (body.length > FORM_LIMIT) throw tooLarge(FORM_LIMIT);
  const pairs = written(body)
    .split('&')
    .filter((pair) => pair !== '');
  if (pairs.length > MOST_FIELDS) throw invalid(`A form may have at most ${MOST_FIELDS} fields.`);
  const fields = new Map<string, string[]>();
  for (const pair of pairs) {
    const at = pair.indexOf('=');
    const name = unescaped(at < 0 ? pair : pair.slice(0, at));
    if (!FIELD_NAME.test(name)) throw invalid('The form has a field whose name is not understood.');
    const value = at < 0 ? '' : unescaped(pair.slice(at + 1)).replace(/\r\n?/g, '\n');
    if (value.trim() !== '') fields.set(name, [...(fields.get(name) ?? []), value]);
  }
  return Object.fromEntries(
    [...fields].map(([name, values]) => [name, values.length > 1 ? values : (values[0] ?? '')]),
  );
};

const written = (body: Buffer): string => {
  try {
    return utf8.decode(body);
  } catch {
    throw invalid('The form is not valid UTF-8.');
  }
};

/** Fails on broken escapes and on bytes that are no UTF-8 alike. */
const unescaped = (text: string): string => {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    throw invalid('The form is not encoded as UTF-8.');
  }
};
