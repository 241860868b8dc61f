import { LANGUAGES, type Language } from '#kernel/gate';
import type { OpenedTold } from './opened-told.js';

/**
 * The language in which a patient reads their case: the one in which they were last written to, as far as they were told of
 * it (counsel's advice, or words that were cleared for them), where we have it; else English.
 */
export const languageOf = (told: readonly OpenedTold[]): Language => {
  const written = told.flatMap(({ type, said, facts = [] }) => [
    ...(type === 'RightToCounselAdvised' ? [said.language] : []),
    ...facts.map(({ language }) => language),
  ]);
  const last = written.filter((one) => one !== undefined).at(-1);
  return LANGUAGES.find((one) => one === last) ?? 'en';
};
