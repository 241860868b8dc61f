import type { Randomness } from './randomness.js';

/** The hidden field that carries the key of a rendered form. */
export const FORM_KEY = 'formKey';

const BYTES = 24;
const KEY = /^[A-Za-z0-9_-]{22,100}$/;

/** The key of one rendered form: however often the form is sent, it is one submission. */
export const newFormKey = (randomness: Randomness): string => randomness.bytes(BYTES).toString('base64url');

/** Whether this can be a key: long enough that two strangers never share one, as a UUID is. */
export const isFormKey = (value: unknown): value is string => typeof value === 'string' && KEY.test(value);
