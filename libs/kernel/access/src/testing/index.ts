import { generateKeyPair, SignJWT, UnsecuredJWT } from 'jose';
import type { TrustedIssuer } from '../token-verifier.js';

/** Claims to change in a token that is otherwise acceptable; `undefined` leaves one out. */
export type Claims = Readonly<Record<string, unknown>>;

/** A time as tokens have it, some seconds from now. */
export const seconds = (fromNow: number): number => Math.floor(Date.now() / 1000) + fromNow;

/**
 * An identity provider of a test's own. It signs whatever it is told to, also what the verifier has to refuse:
 * `sign` with its key, `forge` with a stranger's, `unsigned` with none, `shared` with a secret.
 */
export const testIssuer = async (org: string, personId: string) => {
  const own = await generateKeyPair('ES256');
  const stranger = await generateKeyPair('ES256');
  const trusted: TrustedIssuer = {
    issuer: 'https://id.hospital.example',
    audience: 'forthright',
    algorithms: ['ES256'],
    keys: async () => own.publicKey,
    maxMinutes: 15,
    org,
  };
  const claims = (changed: Claims = {}) => ({
    iss: trusted.issuer,
    aud: trusted.audience,
    sub: personId,
    jti: 'a-token',
    iat: seconds(0),
    exp: seconds(600),
    ...changed,
  });
  const signed = (key: typeof own.privateKey | Uint8Array, alg: string, changed?: Claims, typ = 'at+jwt') =>
    new SignJWT(claims(changed)).setProtectedHeader({ alg, typ }).sign(key);
  return {
    trusted,
    sign: (changed?: Claims, typ?: string) => signed(own.privateKey, 'ES256', changed, typ),
    forge: () => signed(stranger.privateKey, 'ES256'),
    shared: () => signed(new TextEncoder().encode('a secret of at least thirty-two bytes'), 'HS256'),
    unsigned: () => new UnsecuredJWT(claims()).encode(),
  };
};
