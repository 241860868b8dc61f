import { ConfigProblem } from '#kernel/platform';

/** How often one address may do something: in one minute, and in ten. */
export interface AddressLimit {
  readonly perMinute: number;
  readonly perTenMinutes: number;
}

/** What somebody without an account does: look at a page, send something in, try a tracking code. */
export const DOINGS = ['look', 'submit', 'try-code'] as const;
export type Doing = (typeof DOINGS)[number];

/** How much the public may do. */
export interface GateLimits {
  readonly byAddress: Readonly<Record<Doing, AddressLimit>>;
  /** Of one organization, over all processes, within the last hour. */
  readonly flood: {
    /** So many submissions are an ordinary hour. What comes above is accepted, and marked as quarantined. */
    readonly quarantineAbove: number;
    /** So many more are accepted in quarantine. What comes then is refused, with the telephone number. */
    readonly quarantineAtMost: number;
  };
}

/** A ward or a lobby may stand behind one address, so a minute allows for several people (reliability.md 3.10). */
export const DEFAULT_LIMITS: GateLimits = {
  byAddress: {
    look: { perMinute: 120, perTenMinutes: 600 },
    submit: { perMinute: 10, perTenMinutes: 40 },
    'try-code': { perMinute: 10, perTenMinutes: 30 },
  },
  flood: { quarantineAbove: 200, quarantineAtMost: 1000 },
};

const VARIABLES = [
  'PUBLIC_LOOKS_PER_MINUTE',
  'PUBLIC_SUBMISSIONS_PER_MINUTE',
  'PUBLIC_CODE_TRIES_PER_MINUTE',
  'PUBLIC_QUARANTINE_ABOVE',
  'PUBLIC_QUARANTINE_AT_MOST',
] as const;

/**
 * Reads `PUBLIC_LOOKS_PER_MINUTE` (120), `PUBLIC_SUBMISSIONS_PER_MINUTE` (10) and `PUBLIC_CODE_TRIES_PER_MINUTE` (10) for
 * one address, five, four and three times as many in ten minutes; `PUBLIC_QUARANTINE_ABOVE` (200) and
 * `PUBLIC_QUARANTINE_AT_MOST` (1000) for one organization in an hour. Throws a `ConfigProblem` that names what is wrong.
 */
export const readGateLimits = (env: NodeJS.ProcessEnv): GateLimits => {
  const wrong = VARIABLES.filter((name) => env[name] && !/^[1-9]\d{0,6}$/.test(env[name] ?? ''));
  if (wrong.length > 0)
    throw new ConfigProblem(wrong.map((name) => `${name} must be a whole number from 1 to 9999999`).join('; '));
  const { byAddress, flood } = DEFAULT_LIMITS;
  const told = (name: (typeof VARIABLES)[number], fallback: number): number => Number(env[name] || fallback);
  const limit = (perMinute: number, times: number) => ({ perMinute, perTenMinutes: perMinute * times });
  return {
    byAddress: {
      look: limit(told('PUBLIC_LOOKS_PER_MINUTE', byAddress.look.perMinute), 5),
      submit: limit(told('PUBLIC_SUBMISSIONS_PER_MINUTE', byAddress.submit.perMinute), 4),
      'try-code': limit(told('PUBLIC_CODE_TRIES_PER_MINUTE', byAddress['try-code'].perMinute), 3),
    },
    flood: {
      quarantineAbove: told('PUBLIC_QUARANTINE_ABOVE', flood.quarantineAbove),
      quarantineAtMost: told('PUBLIC_QUARANTINE_AT_MOST', flood.quarantineAtMost),
    },
  };
};
