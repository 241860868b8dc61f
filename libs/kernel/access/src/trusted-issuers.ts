import type { Config } from '#kernel/platform';
import { DevelopmentIssuer } from './development-issuer.js';
import { providerKeys } from './provider-keys.js';
import type { TrustedIssuer } from './token-verifier.js';

/** Whose tokens this process accepts: the configured identity provider, and our own issuer outside production. */
export const trustedIssuers = async (config: Pick<Config, 'mode' | 'dataDir' | 'oidc'>): Promise<TrustedIssuer[]> => {
  const issuers: TrustedIssuer[] = [];
  if (config.mode !== 'production') issuers.push((await DevelopmentIssuer.open(config)).trusted);
  if (config.oidc) {
    const { issuer, audience, jwksUrl, org } = config.oidc;
    const algorithms = ['RS256', 'ES256', 'EdDSA'];
    issuers.push({ issuer, audience, algorithms, keys: providerKeys(jwksUrl), maxMinutes: 15, org });
  }
  return issuers;
};
