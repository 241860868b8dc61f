import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { AskedPage, EdgeRequest } from '#kernel/http';
import { en } from '../messages/messages.en.js';
import { es } from '../messages/messages.es.js';
import { LANGUAGES, type Language, wording } from '../messages/words.js';

/** What every page says, by language. */
export const pageWords = wording({ en, es });

/** What a language calls itself. */
export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = { en: 'English', es: 'Español' };

const isLanguage = (tag: string | null | undefined): tag is Language => LANGUAGES.includes(tag as Language);

/** The language of a page: what `?lang=` says, else what the browser likes best of ours, else English. */
export const languageOf = ({ url, acceptLanguage = '' }: AskedPage): Language => {
  const asked = queryOf(url).get('lang');
  if (isLanguage(asked)) return asked;
  const liked = acceptLanguage
    .slice(0, 500)
    .split(',')
    .map((part) => {
      const [tag = '', weight = ''] = part.trim().toLowerCase().split(';', 2);
      return { tag: tag.split('-', 1)[0], weight: Number(/q=([\d.]+)/.exec(weight)?.[1] ?? 1) };
    })
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight);
  return liked.map(({ tag }) => tag).find(isLanguage) ?? 'en';
};

/** The same address in a language. */
export const addressIn = (language: Language, url: string): string => {
  const query = queryOf(url);
  query.set('lang', language);
  return `${url.split('?', 1)[0]}?${query}`;
};

const queryOf = (url: string): URLSearchParams => {
  const at = url.indexOf('?');
  return new URLSearchParams(at < 0 ? '' : url.slice(at + 1));
};

/** What a page has to know of its request: its language and its own address. */
export interface Reading {
  readonly language: Language;
  /** Path and query. */
  readonly url: string;
}

/** Gives a controller its {@link Reading}. */
export const CurrentReading = createParamDecorator((_: undefined, context: ExecutionContext): Reading => {
  const { url, headers } = context.switchToHttp().getRequest<EdgeRequest>();
  const acceptLanguage = headers['accept-language'];
  return { url, language: languageOf({ url, ...(acceptLanguage !== undefined && { acceptLanguage }) }) };
});
