import type { Identity } from '#kernel/access';
import type { Instant } from '#kernel/core';

/** How long somebody who signed in to operations stays in: never longer than the token that let them in. */
const MINUTES = 30;
const WRITTEN = /^(\d{1,12})\.([0-9a-f-]{36})\.([0-9a-f-]{36})$/;

/** Somebody who signed in to operations. What they may do is asked anew each time. */
export interface OperationsSession extends Identity {
  /** Seconds since 1970, as in a token. */
  readonly expiresAt: number;
}

const secondsOf = (now: Instant): number => Math.floor(Date.parse(now) / 1000);

/** The session that a verified token opens. */
export const sessionOf = ({ org, personId, expiresAt }: Identity, now: Instant): OperationsSession => ({
  org,
  personId,
  expiresAt: Math.min(expiresAt, secondsOf(now) + MINUTES * 60),
});

/** The session as a cookie's value; its signature is the cookie's affair. */
export const writeSession = ({ org, personId, expiresAt }: OperationsSession): string =>
  `${expiresAt}.${org}.${personId}`;

/** The session that a value, whose signature has been found good, stands for; nothing when it is over. */
export const readSession = (value: string, now: Instant): OperationsSession | undefined => {
  const [, expiresAt, org, personId] = WRITTEN.exec(value) ?? [];
  if (!expiresAt || !org || !personId || Number(expiresAt) <= secondsOf(now)) return undefined;
  return { org, personId, expiresAt: Number(expiresAt) };
};
