import type { Socket } from 'node:net';
import { type ArgumentsHost, Catch, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from '#kernel/platform';
import { faultOf } from './fault.js';
import { invalid } from './problem.js';
import { problemOf } from './problem-of.js';
import { dressPage, publicEdgeOf } from './public-edge.js';

const PROBLEM_JSON = 'application/problem+json; charset=utf-8';

/** Answers every error as a problem, and tells the log of those that are ours. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(private readonly log: Logger) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    answerProblem(this.log, error, http.getRequest<FastifyRequest>(), http.getResponse<FastifyReply>());
  }
}

/** The same for a connection whose bytes never became a request. */
export const answerBrokenRequest = ({ code }: { readonly code?: string }, socket: Socket): void => {
  if (code === 'ECONNRESET' || !socket.writable) return;
  const [status, phrase] =
    code === 'ERR_HTTP_REQUEST_TIMEOUT'
      ? [408, 'Request Timeout']
      : code === 'HPE_HEADER_OVERFLOW'
        ? [431, 'Request Header Fields Too Large']
        : [400, 'Bad Request'];
  const body = JSON.stringify({ ...invalid('The server could not read the request.').problem, status });
  const head = `HTTP/1.1 ${status} ${phrase}\r\nContent-Type: ${PROBLEM_JSON}\r\nConnection: close`;
  socket.end(`${head}\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
};

/** The same for errors that Fastify meets before Nest does. */
export const answerProblem = (log: Logger, error: unknown, request: FastifyRequest, reply: FastifyReply): void => {
  const { problem, headers, fault } = problemOf(error);
  if (fault) log.error({ requestId: request.id, fault: faultOf(error) }, 'a request failed');
  if (reply.sent) return;
  const page = publicEdgeOf(request)?.page;
  if (page) {
    const { url, headers: told } = request;
    const { 'accept-language': acceptLanguage } = told;
    const { 'retry-after': retryAfter } = headers;
    const said = page(problem, {
      url,
      ...(acceptLanguage !== undefined && { acceptLanguage }),
      ...(retryAfter !== undefined && { retryAfter: Number(retryAfter) }),
    });
    dressPage({ ...said, status: problem.status, headers: { ...said.headers, ...headers } }, reply).send(said.html);
    return;
  }
  reply.code(problem.status).headers(headers).header('content-type', PROBLEM_JSON).send(JSON.stringify(problem));
};
