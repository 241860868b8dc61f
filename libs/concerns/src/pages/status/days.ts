import type { Instant } from '#kernel/core';
import type { Language } from '#kernel/gate';

/** A time as a day in words, as `March 2, 2026` or `2 de marzo de 2026`. */
export const daysIn = (language: Language, at: Instant): string =>
  new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' }).format(Date.parse(at));
