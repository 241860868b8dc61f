import type { FastifyReply, FastifyRequest } from 'fastify';
import type { AccessGuard, GuardedRequest, Identity } from '#kernel/access';
import type { Clock } from '#kernel/core';
import { type OperationsSession, readSession, sessionOf, writeSession } from './operations-session.js';

const COOKIE = 'forthright_operations';
const ACTION = 'queues.look';

/** Who may come in to operations: by a bearer token, or by the cookie that one was changed for. */
export class OperationsDoor {
  private readonly cookie;

  constructor(
    private readonly access: AccessGuard,
    private readonly clock: Clock,
    /** Whether the browser comes over TLS. */
    secure: boolean,
  ) {
    this.cookie = { path: '/operations', httpOnly: true, sameSite: 'strict', secure, signed: true } as const;
  }

  /** Lets somebody in who may look now, or throws what the guard of every route throws. */
  async enter(request: FastifyRequest): Promise<void> {
    const identity = this.session(request) ?? (await this.access.identify(request as unknown as GuardedRequest));
    await this.admit(identity, request);
  }

  /** Whether a browser comes that has not signed in yet: it is better sent to the form than told no. */
  isStranger(request: FastifyRequest): boolean {
    const { authorization, accept = '' } = request.headers;
    return authorization === undefined && accept.includes('text/html') && !this.session(request);
  }

  /** Changes a bearer token for a session. */
  async signIn(token: string, request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const identity = await this.access.identify({ headers: { authorization: `Bearer ${token}` } });
    await this.admit(identity, request);
    const now = this.clock.now();
    const session = sessionOf(identity, now);
    const maxAge = session.expiresAt - Math.floor(Date.parse(now) / 1000);
    reply.setCookie(COOKIE, writeSession(session), { ...this.cookie, maxAge });
  }

  signOut(reply: FastifyReply): void {
    reply.clearCookie(COOKIE, this.cookie);
  }

  session(request: FastifyRequest): OperationsSession | undefined {
    const { valid, value } = request.unsignCookie(request.cookies[COOKIE] ?? '');
    return valid ? readSession(value, this.clock.now()) : undefined;
  }

  private async admit(identity: Identity, request: FastifyRequest): Promise<void> {
    await this.access.admit(identity, ACTION, request as unknown as GuardedRequest);
  }
}
