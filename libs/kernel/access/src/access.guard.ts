import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { allowedBy } from './allow.js';
import { type Caller, callerOf, type GuardedRequest } from './caller.js';
import type { Identity } from './identity.js';
import { type Action, may } from './permissions.js';
import { RefusedActs } from './read-audit.js';
import { NotAllowed, NotAuthenticated } from './refused.js';
import { RoleCache } from './role-cache.js';
import { TokenVerifier } from './token-verifier.js';

const BEARER = /^Bearer +([\w~+/.-]+=*)$/i;

/** Stands before every route: who is asking, what do they hold now, does the table allow it. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly tokens: TokenVerifier,
    private readonly roles: RoleCache,
    private readonly refusedActs: RefusedActs,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const action = allowedBy(context.getHandler());
    if (!action) throw new Error(`${context.getClass().name}.${context.getHandler().name} has no @Allow`);
    if (action === 'anyone') return true;
    const request = context.switchToHttp().getRequest<GuardedRequest>();
    request.caller = await this.admit(await this.identify(request), action, request);
    return true;
  }

  /** Whom the request's bearer token stands for. */
  async identify(request: Pick<GuardedRequest, 'headers'>): Promise<Identity> {
    return this.tokens.verify(bearerToken(request));
  }

  /** The caller that somebody is for an action, by the roles they hold now; a refusal is remembered. */
  async admit({ org, personId }: Identity, action: Action, request: GuardedRequest): Promise<Caller> {
    const roles = (await this.roles.rolesOf(org, personId)) ?? [];
    const grant = may(roles, action);
    if (grant) return callerOf(org, personId, roles, grant);
    const route = `${request.method} ${request.routeOptions.url}`;
    await this.refusedActs.record({ org, personId, action, route, requestId: request.id });
    throw new NotAllowed(action);
  }
}

/** The bearer token of a request. */
export const bearerToken = ({ headers: { authorization } }: Pick<GuardedRequest, 'headers'>): string => {
  if (authorization === undefined) throw new NotAuthenticated('This needs a bearer token.');
  const token = BEARER.exec(authorization)?.[1];
  if (!token) throw new NotAuthenticated('The Authorization header does not hold a bearer token.', 'invalid_request');
  return token;
};
