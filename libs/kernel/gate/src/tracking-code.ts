/**
 * 32 letters and digits that cannot be taken for one another when read aloud or copied by hand: Crockford's alphabet,
 * without I, L, O and U. Five bits each.
 */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const LENGTH = 12;
const CODE = new RegExp(`^[${ALPHABET}]{${LENGTH}}$`);

/** What stands for every code that cannot be one, so that it is looked up like the others. No code has a U. */
export const NO_CODE = 'U'.repeat(LENGTH);

/** The code that random bytes stand for: the low five bits of the first twelve (60 bits). */
export const codeOfBytes = (bytes: Buffer): string => {
  if (bytes.length < LENGTH) throw new Error(`A tracking code needs ${LENGTH} bytes`);
  return Array.from(bytes.subarray(0, LENGTH), (byte) => ALPHABET[byte & 31]).join('');
};

/** A code as it is shown: `7K3M-94QX-V2CD`. */
export const shownCode = (code: string): string => code.replace(/.{4}(?=.)/g, '$&-');

/**
 * What somebody typed, as the code it was meant to be: case, spaces and hyphens do not matter, O is a zero, I and L are
 * ones. What cannot be a code gives {@link NO_CODE}.
 */
export const readCode = (typed: string): string => {
  const code = typed
    .slice(0, 200)
    .normalize('NFKC')
    .replace(/[\s\p{Dash}]+/gu, '')
    .toUpperCase()
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1');
  return CODE.test(code) ? code : NO_CODE;
};
