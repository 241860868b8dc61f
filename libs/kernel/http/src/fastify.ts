import type { Server } from 'node:http';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { FastifyHttpOptions, FastifyReply, FastifyRequest } from 'fastify';
import { answered, beginRequestSpan, type Logger, TimeOrderedIds, traceparentOf } from '#kernel/platform';
import { BODY_LIMIT, guardBodies } from './body-guard.js';
import { answerBrokenRequest, answerProblem } from './problem.filter.js';
import { publicEdgeOf } from './public-edge.js';
import { type EdgeRequest, pathOf, routeOf } from './request.js';
import { securityHeaders } from './security-headers.js';

const SECOND = 1_000;
const UUID = /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

const ids = new TimeOrderedIds();

/** A client may name its request, by a UUID; anything else is replaced, since the id goes to the log and the ledger. */
const requestId = ({ headers }: { headers: Record<string, string | string[] | undefined> }): string => {
  const told = headers['x-request-id'];
  return typeof told === 'string' && UUID.test(told) ? told.toLowerCase() : ids.next();
};

/** Nest would register its own body parsers when the application starts; ours stay, whatever its options say. */
class EdgeAdapter extends FastifyAdapter {
  override registerParserMiddleware(): void {}
}

/**
 * Fastify as every process of ours serves it: guarded bodies, one id per request, security headers on every answer,
 * an access log without bodies, queries and persons, idle connections closed on shutdown. Whom a proxy says it speaks for
 * is believed of `trustedProxies` only (addresses or CIDR blocks); of nobody, if none are named.
 */
export const createFastifyAdapter = (log: Logger, trustedProxies: readonly string[] = []): FastifyAdapter => {
  const adapter = new EdgeAdapter({
    bodyLimit: BODY_LIMIT,
    trustProxy: trustedProxies.length > 0 && [...trustedProxies],
    requestIdHeader: false,
    genReqId: requestId,
    connectionTimeout: 0,
    requestTimeout: 30 * SECOND,
    keepAliveTimeout: 5 * SECOND,
    forceCloseConnections: 'idle',
    return503OnClosing: false,
    routerOptions: { maxParamLength: 200 },
    clientErrorHandler: answerBrokenRequest,
    frameworkErrors: (error: Error, request: FastifyRequest, reply: FastifyReply) => {
      dress(request, reply);
      answerProblem(log, error, request, reply);
    },
  } as FastifyHttpOptions<Server>);
  const fastify = adapter.getInstance();
  guardBodies(fastify);
  fastify.addHook('onRequest', (request, reply, done) => {
    if (publicEdgeOf(request)) request.id = ids.next();
    else trace(request as EdgeRequest);
    dress(request, reply);
    done();
  });
  fastify.addHook('preHandler', ({ span }: EdgeRequest, _reply, done) => (span ? span.within(done) : done()));
  fastify.addHook('onResponse', (request, reply, done) => {
    tell(log, request as EdgeRequest, reply);
    done();
  });
  return adapter;
};

const dress = (request: FastifyRequest, reply: FastifyReply): void => {
  reply.headers({ ...securityHeaders(pathOf(request)), 'x-request-id': request.id });
};

/**
 * Never who: a request that reports, and the events that carry its id, would tell the reporter to everyone who has the
 * logs. Who read what is in the audit of reads.
 */
const tell = (log: Logger, request: EdgeRequest, reply: FastifyReply): void => {
  const { method, routeOptions, span } = request;
  const status = reply.statusCode;
  const route = routeOptions.url ?? '(none)';
  answered.tell({ method, route, status, seconds: reply.elapsedTime / 1000 });
  span?.end(
    routeOf(request),
    {
      'http.request.method': method,
      'http.route': route,
      'http.response.status_code': status,
      'forthright.request_id': request.id,
    },
    status >= 500,
  );
  log.info(
    {
      requestId: request.id,
      route: routeOf(request),
      status,
      ms: Math.round(reply.elapsedTime),
      ...(request.caller && {
        org: request.caller.org,
        role: request.caller.actor.role,
      }),
    },
    'answered',
  );
};

/** Those who look whether we are well, every few seconds and for ever, are no story. */
const UNTRACED = /^\/(health\/|metrics$)/;

const trace = (request: EdgeRequest): void => {
  if (UNTRACED.test(request.routeOptions.url ?? '')) return;
  const span = beginRequestSpan(traceparentOf(request.headers.traceparent));
  if (span) request.span = span;
};
