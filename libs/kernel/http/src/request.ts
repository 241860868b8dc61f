import type { FastifyRequest } from 'fastify';
import type { GuardedRequest } from '#kernel/access';
import type { RequestSpan } from '#kernel/platform';

/** A request as Fastify has it, on its way through the guard. */
export type EdgeRequest = FastifyRequest & GuardedRequest & { span?: RequestSpan };

/** The path that was asked for, without its query. */
export const pathOf = ({ url }: { readonly url: string }): string => url.split('?', 1)[0] ?? url;

/** The route's pattern, as `GET /v1/safety-events/:id`: what may be logged where the path itself may not. */
export const routeOf = (request: EdgeRequest): string => `${request.method} ${request.routeOptions.url ?? '(none)'}`;
