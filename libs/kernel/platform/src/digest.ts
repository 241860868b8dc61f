import { createHash } from 'node:crypto';

/** SHA-256 over the parts, each preceded by its length, so that no two lists of parts read alike. */
export const digest = (...parts: readonly (string | Buffer)[]): Buffer => {
  const hash = createHash('sha256');
  for (const part of parts) {
    hash.update(`${Buffer.byteLength(part)}:`);
    hash.update(part);
  }
  return hash.digest();
};

/** A UUID (version 8, RFC 9562) that follows from the parts: the same parts, the same id. */
export const derivedUuid = (...parts: readonly (string | Buffer)[]): string => {
  const bytes = digest(...parts).subarray(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
};
