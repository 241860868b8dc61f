import { createHmac } from 'node:crypto';

/**
 * The provider as one patient safety organization knows it: the same for one facility each time, another for another
 * organization, and nothing that anybody without the installation's key can trace back (standards.md 1, exchange).
 */
export const providerSurrogate = (
  key: Buffer,
  { org, facilityId, psoId }: { readonly org: string; readonly facilityId: string; readonly psoId: string },
): string =>
  `provider-${createHmac('sha256', key)
    .update(JSON.stringify([org, facilityId, psoId]))
    .digest('hex')
    .slice(0, 24)}`;

/** Under which name the key of surrogates is derived. It never changes: a surrogate that did would be another provider. */
export const SURROGATE_PURPOSE = 'pso provider surrogates v1';
