import type { Actor, Role } from '#kernel/core';
import type { Grant } from './permissions.js';

/** Who is asking, verified, and by what grant. `personId` is the person's id in our own store. */
export interface Caller {
  readonly org: string;
  readonly personId: string;
  readonly actor: Actor;
  readonly roles: readonly Role[];
  readonly grant: Grant;
}

/** The caller that a grant makes of a person: the role that allows the act is the one that is recorded. */
export const callerOf = (org: string, personId: string, roles: readonly Role[], grant: Grant): Caller => ({
  org,
  personId,
  actor: { kind: grant.role === 'system' ? 'system' : 'staff', id: personId, role: grant.role },
  roles,
  grant,
});

/** What the guard needs of a request, and where it leaves the caller. */
export interface GuardedRequest {
  readonly id: string;
  readonly method: string;
  readonly headers: { readonly authorization?: string };
  readonly routeOptions: { readonly url?: string };
  caller?: Caller;
}

/** The caller of a request that has passed the guard. */
export const callerOfRequest = (request: GuardedRequest): Caller => {
  if (!request.caller) throw new Error('A route that is open to anyone has no caller');
  return request.caller;
};
