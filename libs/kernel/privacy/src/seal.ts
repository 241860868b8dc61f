import { decrypt, encrypt } from './aes-gcm.js';
import { SealBroken } from './seal-broken.js';

/** Where a sealed value lives. The seal holds only there: moved to another event or field, it does not open. */
export interface Place {
  readonly org: string;
  readonly stream: string;
  readonly eventId: string;
  readonly field: string;
}

const TOKEN = /^v1\.([\w-]+)\.([\w-]+)\.([\w-]+)$/;

const bound = ({ org, stream, eventId, field }: Place): string => ['v1', org, stream, eventId, field].join('|');

/** Seals a JSON value at a place: `v1.<nonce>.<ciphertext>.<tag>`, the parts in base64url. */
export const seal = (key: Buffer, place: Place, clear: unknown): string => {
  const { nonce, ciphertext, tag } = encrypt(key, bound(place), Buffer.from(JSON.stringify(clear)));
  return ['v1', ...[nonce, ciphertext, tag].map((part) => part.toString('base64url'))].join('.');
};

/** The value of a token, or {@link SealBroken}. */
export const unseal = (key: Buffer, place: Place, token: string): unknown => {
  const [, nonce, ciphertext, tag] = TOKEN.exec(token) ?? [];
  if (!nonce || !ciphertext || !tag) throw new SealBroken(bound(place), 'malformed');
  const box = { nonce: bytes(nonce), ciphertext: bytes(ciphertext), tag: bytes(tag) };
  const clear = decrypt(key, bound(place), box);
  if (!clear) throw new SealBroken(bound(place), 'tag');
  return JSON.parse(clear.toString());
};

const bytes = (text: string): Buffer => Buffer.from(text, 'base64url');
