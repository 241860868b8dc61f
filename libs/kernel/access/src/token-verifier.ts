import { decodeJwt, errors, type JWTPayload, type JWTVerifyGetKey, jwtVerify } from 'jose';
import type { Clock } from '#kernel/core';
import { SystemClock } from '#kernel/platform';
import type { Identity } from './identity.js';
import { KnownTokens } from './known-tokens.js';
import { NotAuthenticated, ProviderUnreachable } from './refused.js';

/** An issuer whose tokens we accept, with everything about them fixed by us. */
export interface TrustedIssuer {
  readonly issuer: string;
  readonly audience: string;
  readonly algorithms: readonly string[];
  readonly keys: JWTVerifyGetKey;
  /** No token may be older, or be made to live longer, than this many minutes. */
  readonly maxMinutes: number;
  /** The one organization the issuer speaks for. Absent: the token says (the development issuer alone, which is us). */
  readonly org?: string;
}

const CLOCK_TOLERANCE = 5;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** The only place that judges a bearer token (reliability.md 3.1: what jose leaves open is closed here). */
export class TokenVerifier {
  private readonly known: KnownTokens;

  constructor(
    private readonly issuers: readonly TrustedIssuer[],
    private readonly clock: Clock = new SystemClock(),
    known = new KnownTokens(),
  ) {
    this.known = known;
  }

  /** Whom the token stands for. Throws {@link NotAuthenticated}, or {@link ProviderUnreachable} when we cannot tell. */
  async verify(token: string): Promise<Identity> {
    const known = this.known.find(token);
    if (known) return known;
    const identity = await this.judge(token);
    this.known.keep(token, identity, identity.expiresAt * 1000 - Date.parse(this.clock.now()));
    return identity;
  }

  private async judge(token: string): Promise<Identity> {
    const issuer = this.issuerNamedBy(token);
    const payload = await verified(token, issuer);
    const org = issuer.org ?? payload.org;
    if (!isUuid(org) || !isUuid(payload.sub))
      throw new NotAuthenticated('The token does not name a person we know.', 'invalid_token');
    const { iat = 0, exp = 0 } = payload;
    return { org, personId: payload.sub, expiresAt: Math.min(exp, iat + issuer.maxMinutes * 60) };
  }

  /** The claim, still unproven, only chooses among the issuers we trust; the signature then has to match. */
  private issuerNamedBy(token: string): TrustedIssuer {
    const claimed = attempt(() => decodeJwt(token).iss);
    const issuer = this.issuers.find((one) => one.issuer === claimed);
    if (!issuer) throw new NotAuthenticated('The token comes from an issuer we do not know.', 'invalid_token');
    return issuer;
  }
}

const verified = async (token: string, trusted: TrustedIssuer): Promise<JWTPayload> => {
  try {
    const { payload } = await jwtVerify(token, trusted.keys, {
      issuer: trusted.issuer,
      audience: trusted.audience,
      algorithms: [...trusted.algorithms],
      typ: 'at+jwt',
      requiredClaims: ['exp', 'iat', 'sub', 'jti'],
      maxTokenAge: `${trusted.maxMinutes} minutes`,
      clockTolerance: CLOCK_TOLERANCE,
    });
    const life = (payload.exp ?? Number.POSITIVE_INFINITY) - (payload.iat ?? 0);
    if (life > trusted.maxMinutes * 60 + CLOCK_TOLERANCE)
      throw new NotAuthenticated('The token lives longer than we accept.', 'invalid_token');
    return payload;
  } catch (error) {
    throw told(error);
  }
};

/** The reason in words that help an honest client and tell a dishonest one nothing new. */
const told = (error: unknown): Error => {
  if (error instanceof NotAuthenticated || error instanceof ProviderUnreachable) return error;
  if (error instanceof errors.JWTExpired) return new NotAuthenticated('The token has expired.', 'invalid_token');
  if (error instanceof errors.JWTClaimValidationFailed)
    return new NotAuthenticated(`The token's ${error.claim} is not acceptable.`, 'invalid_token');
  return new NotAuthenticated('The token is not valid.', 'invalid_token');
};

const isUuid = (value: unknown): value is string => typeof value === 'string' && UUID.test(value);

const attempt = <T>(read: () => T): T | undefined => {
  try {
    return read();
  } catch {
    return undefined;
  }
};
