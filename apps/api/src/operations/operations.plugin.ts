import cookie from '@fastify/cookie';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { NotAllowed, NotAuthenticated } from '#kernel/access';
import { answerProblem, onlyRead, unavailable } from '#kernel/http';
import type { Logger } from '#kernel/platform';
import type { OperatedQueues } from '#kernel/readers';
import type { OperationsDoor } from './operations-door.js';
import { queueBoard } from './queue-board.js';
import { signedInPage, signInPage } from './sign-in.page.js';

const SIGN_IN = '/operations/sign-in';
const QUEUES = '/operations/queues';
const HTML = 'text/html; charset=utf-8';
const LONGEST_FORM = 16_384;

export interface Operations {
  readonly door: OperationsDoor;
  readonly queues: OperatedQueues;
  readonly log: Logger;
  /** Signs cookies. */
  readonly secret: Buffer;
  /** Whether to tell how to get a token on a development machine. */
  readonly hint: boolean;
}

/** The pages of operations, beside Nest: a sign-in without script, and the board of the queues behind it. */
export const operationsPages = async (fastify: FastifyInstance, operations: Operations): Promise<void> => {
  await fastify.register(cookie, { secret: operations.secret });
  fastify.get('/operations', (_request, reply) => reply.redirect(QUEUES, 303));
  signingIn(fastify, operations);
  await fastify.register(async (board) => {
    guardBoard(board, operations);
    await board.register(queueBoard(operations.queues, QUEUES), { prefix: QUEUES });
  });
};

const signingIn = (fastify: FastifyInstance, { door, log, hint }: Operations): void => {
  const show = (reply: FastifyReply, status: number, text: string) => reply.code(status).type(HTML).send(text);
  fastify.removeContentTypeParser('application/x-www-form-urlencoded'); // that of the public's routes
  fastify.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string', bodyLimit: LONGEST_FORM },
    (_request, body, done) => done(null, new URLSearchParams(String(body))),
  );
  fastify.get(SIGN_IN, (request, reply) =>
    show(reply, 200, door.session(request) ? signedInPage() : signInPage({ hint })),
  );
  fastify.post(SIGN_IN, async (request, reply) => {
    const token = request.body instanceof URLSearchParams ? (request.body.get('token') ?? '').trim() : '';
    try {
      if (isFromElsewhere(request)) return await show(reply, 403, signInPage({ refused: FROM_ELSEWHERE, hint }));
      await door.signIn(token, request, reply);
      return await reply.redirect(QUEUES, 303);
    } catch (error) {
      if (error instanceof NotAuthenticated) return show(reply, 401, signInPage({ refused: NOT_ACCEPTED, hint }));
      if (error instanceof NotAllowed) return show(reply, 403, signInPage({ refused: NOT_ALLOWED, hint }));
      answerProblem(log, error, request, reply);
      return reply;
    }
  });
  fastify.post('/operations/sign-out', (_request, reply) => {
    door.signOut(reply);
    return reply.redirect(SIGN_IN, 303);
  });
};

const NOT_ACCEPTED = 'This token is not accepted. It may have expired.';
const NOT_ALLOWED = 'None of your roles allows you to look at operations.';
const FROM_ELSEWHERE = 'Sign in from this page.';

/** A form on somebody else's page would sign people in as somebody else. */
const isFromElsewhere = ({ headers }: FastifyRequest): boolean =>
  !['same-origin', 'none', undefined].includes(headers['sec-fetch-site'] as string | undefined);

/** Before every part of the board: who is it, may they, and do they only look. Strangers with a browser are sent to sign in. */
const guardBoard = (board: FastifyInstance, { door, log, queues }: Operations): void => {
  board.addHook('onRequest', async (request, reply) => {
    try {
      if (door.isStranger(request)) return await reply.redirect(SIGN_IN, 303);
      await door.enter(request);
      if (!['GET', 'HEAD'].includes(request.method)) throw onlyRead();
      if (request.url.startsWith(`${QUEUES}/api`) && !(await queues.answer())) throw unavailable();
      return undefined;
    } catch (error) {
      answerProblem(log, error, request, reply);
      return reply;
    }
  });
};
