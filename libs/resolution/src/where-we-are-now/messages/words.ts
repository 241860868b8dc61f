import { wording } from '#kernel/gate';
import { en } from './messages.en.js';
import { es } from './messages.es.js';

/** What patients read of their case, by language. */
export const toldWords = wording({ en, es });
