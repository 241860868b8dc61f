import { wording } from '#kernel/gate';
import { en } from './messages.en.js';
import { es } from './messages.es.js';

/** What the pages of concerns say, by language. */
export const concernWords = wording({ en, es });

/** A message of these pages. */
export type ConcernKey = keyof typeof en;
