import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type CryptoKey, exportJWK, generateKeyPair, importJWK, type JWK, SignJWT } from 'jose';
import { TimeOrderedIds } from '#kernel/platform';
import type { TrustedIssuer } from './token-verifier.js';

const ALGORITHM = 'ES256';
const ISSUER = 'urn:forthright:development';
const AUDIENCE = 'forthright';
const TWELVE_HOURS = 720;

const ids = new TimeOrderedIds();

/**
 * Signs tokens for the people of a development machine, so that it needs no identity provider. Its key lives in the
 * data folder, readable by its owner only; in production it refuses to exist.
 */
export class DevelopmentIssuer {
  private constructor(
    private readonly privateKey: CryptoKey,
    private readonly publicKey: CryptoKey,
  ) {}

  /** Loads the key of `<dataDir>/development-issuer.json`, making it the first time. */
  static async open({ mode, dataDir }: { mode: string; dataDir: string }): Promise<DevelopmentIssuer> {
    if (mode === 'production') throw new Error('The development issuer does not load in production');
    const privateJwk = await keyIn(dataDir);
    const { d: _, ...publicJwk } = privateJwk;
    const key = async (jwk: JWK) => (await importJWK(jwk, ALGORITHM)) as CryptoKey;
    return new DevelopmentIssuer(await key(privateJwk), await key(publicJwk));
  }

  /** A bearer token for a person, good for at most twelve hours. */
  issue({ org, personId, minutes = 60 }: { org: string; personId: string; minutes?: number }): Promise<string> {
    return new SignJWT({ org })
      .setProtectedHeader({ alg: ALGORITHM, typ: 'at+jwt' })
      .setIssuer(ISSUER)
      .setAudience(AUDIENCE)
      .setSubject(personId)
      .setJti(ids.next())
      .setIssuedAt()
      .setExpirationTime(`${Math.min(minutes, TWELVE_HOURS)} minutes`)
      .sign(this.privateKey);
  }

  /** How the verifier is to know this issuer. */
  get trusted(): TrustedIssuer {
    return {
      issuer: ISSUER,
      audience: AUDIENCE,
      algorithms: [ALGORITHM],
      keys: async () => this.publicKey,
      maxMinutes: TWELVE_HOURS,
    };
  }
}

/** The stored private key. Written aside and linked into place, so that of two processes one wins and both agree. */
const keyIn = async (dataDir: string): Promise<JWK> => {
  const path = join(dataDir, 'development-issuer.json');
  const stored = () => readFile(path, 'utf8').then((text) => JSON.parse(text) as JWK);
  try {
    return await stored();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  const { privateKey } = await generateKeyPair(ALGORITHM, { extractable: true });
  await mkdir(dataDir, { recursive: true });
  const aside = `${path}.${ids.next()}`;
  await writeFile(aside, JSON.stringify(await exportJWK(privateKey)), { mode: 0o600 });
  try {
    await link(aside, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    await rm(aside, { force: true });
  }
  return stored();
};
