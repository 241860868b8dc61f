import { createLocalJWKSet, createRemoteJWKSet, errors, type JWTVerifyGetKey } from 'jose';
import { ProviderUnreachable } from './refused.js';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const LAST_GOOD_FOR = 24 * 60 * MINUTE;

/**
 * An identity provider's public keys: fetched when first needed, again after ten minutes or when a token names an
 * unknown key. While the provider is away the last keys it gave serve on, for a day, and it is asked twice a minute.
 */
export const providerKeys = (url: string, elapsed: () => number = () => performance.now()): JWTVerifyGetKey => {
  const remote = createRemoteJWKSet(new URL(url), {
    cacheMaxAge: 10 * MINUTE,
    cooldownDuration: 30 * SECOND,
    timeoutDuration: 5 * SECOND,
  });
  let lastGood = Number.NEGATIVE_INFINITY;
  let askAgain = Number.NEGATIVE_INFINITY;
  return async (header, token) => {
    if (elapsed() >= askAgain) {
      try {
        const key = await remote(header, token);
        lastGood = elapsed();
        return key;
      } catch (error) {
        if (!isAway(error)) throw error;
        askAgain = elapsed() + 30 * SECOND;
      }
    }
    const known = remote.jwks();
    if (!known || elapsed() - lastGood > LAST_GOOD_FOR)
      throw new ProviderUnreachable('The identity provider does not answer.');
    return createLocalJWKSet(known)(header, token);
  };
};

/** Whether fetching failed, as opposed to the keys being there and none of them fitting. */
const isAway = (error: unknown): boolean =>
  !(error instanceof errors.JOSEError) || ['ERR_JWKS_TIMEOUT', 'ERR_JOSE_GENERIC'].includes(error.code);
