import {
  applyDecorators,
  type CallHandler,
  type ExecutionContext,
  type NestInterceptor,
  UseInterceptors,
} from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiExcludeEndpoint } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { map, type Observable } from 'rxjs';
import type { Problem } from './problem.js';

/** A page as it is answered: its markup, and what stands in the head of the answer. */
export interface PageAnswer {
  readonly html: string;
  /** 200 if left out. */
  readonly status?: number;
  readonly headers: Readonly<Record<string, string>>;
}

/** What a page of a problem may know of its request. */
export interface AskedPage {
  /** Path and query. */
  readonly url: string;
  readonly acceptLanguage?: string;
  /** Seconds after which it may be tried again, where that is known. */
  readonly retryAfter?: number;
}

/** Says a problem to somebody who sits before a browser. */
export type ProblemPage = (problem: Problem, asked: AskedPage) => PageAnswer;

/**
 * How a route is served that people use who have no account. Such requests are never traced, and their id is always our
 * own: nothing that we keep of them can be matched with what a proxy or a browser keeps.
 */
export interface PublicEdge {
  /** The route takes forms, and nothing else. */
  readonly form?: boolean;
  /** A form may bring a file of at most so many bytes: see `readUpload`. */
  readonly upload?: number;
  /** The route answers pages: its handler gives a {@link PageAnswer}, and its problems are told by this. */
  readonly page?: ProblemPage;
}

type Configured = { readonly publicEdge?: PublicEdge };

/** How the request's route is served to the public, if it is. */
export const publicEdgeOf = ({ routeOptions }: Pick<FastifyRequest, 'routeOptions'>): PublicEdge | undefined =>
  (routeOptions.config as Configured | undefined)?.publicEdge;

/** The route is for people without an account: see {@link PublicEdge}. It still needs its `@Allow('anyone')`. */
export const OnPublicEdge = (publicEdge: PublicEdge) =>
  applyDecorators(
    RouteConfig({ publicEdge }) as MethodDecorator,
    ...(publicEdge.page ? [UseInterceptors(pageInterceptor), ApiExcludeEndpoint()] : []),
  );

const pageInterceptor: NestInterceptor<PageAnswer, string> = {
  intercept: (context: ExecutionContext, next: CallHandler<PageAnswer>): Observable<string> => {
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    return next.handle().pipe(
      map((page) => {
        dressPage(page, reply);
        return page.html;
      }),
    );
  },
};

/** Puts a page's head on an answer. */
export const dressPage = ({ status = 200, headers }: PageAnswer, reply: FastifyReply): FastifyReply =>
  reply.code(status).headers({ 'content-type': 'text/html; charset=utf-8', ...headers });
