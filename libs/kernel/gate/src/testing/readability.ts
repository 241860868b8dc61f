import type { Language } from '../messages/words.js';

const LETTERS = /\p{L}+(?:['’]\p{L}+)*/gu;

/** The words of a text, numbers left out. */
export const wordsOf = (text: string): readonly string[] => text.toLowerCase().match(LETTERS) ?? [];

const sentencesOf = (text: string): number =>
  Math.max(1, text.split(/[.!?:]+(?:\s|$)/).filter((part) => wordsOf(part).length > 0).length);

const englishSyllables = (word: string): number => {
  const heard = word
    .replace(/['’]s?$/, '')
    .replace(/(?:[^laeiouy]es|[^dtaeiou]ed|[^laeiouy]e)$/, (end) => end.slice(0, 1))
    .replace(/^y/, '');
  return Math.max(1, heard.match(/[aeiouy]{1,2}/g)?.length ?? 0);
};

/** Vowels that stand together are one syllable, unless two strong ones meet or a weak one is stressed. */
const spanishSyllables = (word: string): number => {
  const vowels = word.replace(/qu(?=[eéií])/g, 'q').replace(/gu(?=[eéií])/g, 'g');
  const groups = vowels.match(/[aeiouáéíóúü]+/g) ?? [];
  const parted = groups.map((group) => group.match(/[iuü]?[aeoáéó][iuü]?(?![aeoáéó])|[iuü]?[aeoáéó]|[íú]|[iuü]+/g));
  return Math.max(
    1,
    parted.reduce((sum, group) => sum + (group?.length ?? 1), 0),
  );
};

const SYLLABLES: Readonly<Record<Language, (word: string) => number>> = { en: englishSyllables, es: spanishSyllables };

/** How many syllables a word has, by the language's spelling: right for most words, never far off. */
export const syllablesOf = (language: Language, word: string): number => SYLLABLES[language](word.toLowerCase());

const measured = (language: Language, text: string) => {
  const words = wordsOf(text);
  const syllables = words.reduce((sum, word) => sum + syllablesOf(language, word), 0);
  return { perSentence: words.length / sentencesOf(text), perWord: syllables / Math.max(1, words.length) };
};

/** The grade of a US school whose pupils can read an English text (Flesch-Kincaid). */
export const fleschKincaidGrade = (text: string): number => {
  const { perSentence, perWord } = measured('en', text);
  return 0.39 * perSentence + 11.8 * perWord - 15.59;
};

/** How easy a Spanish text is (Fernández-Huerta): 60 to 70 is what pupils of the seventh and eighth grade read. */
export const fernandezHuerta = (text: string): number => {
  const { perSentence, perWord } = measured('es', text);
  return 206.84 - 60 * perWord - 1.02 * perSentence;
};
