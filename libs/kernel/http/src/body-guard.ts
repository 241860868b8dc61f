import type { IncomingMessage } from 'node:http';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { takesFile } from './file-route.js';
import { FORM_LIMIT, readForm } from './form-body.js';
import { scanJson } from './json-scan.js';
import { invalid, tooLarge, unsupportedMedia } from './problem.js';
import { publicEdgeOf } from './public-edge.js';
import { UPLOAD_MEDIA } from './upload.js';

/** The most bytes that a body may have, unless a route says otherwise. */
export const BODY_LIMIT = 1_048_576;

const JSON_IN_UTF8 = /^application\/json *(; *charset="?utf-8"? *)?$/i;
const FORM = 'application/x-www-form-urlencoded';
const FORM_IN_UTF8 = /^application\/x-www-form-urlencoded *(; *charset="?utf-8"? *)?$/i;
const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/**
 * Lets in bodies that are JSON objects in UTF-8 and mean one thing only (reliability.md 2.3); where a route is made for
 * forms, forms and no JSON; where it takes a file, alone or with a form, that: it is not read here, since nobody has asked
 * yet who sends it. 415 for all others.
 */
export const guardBodies = (fastify: FastifyInstance): void => {
  fastify.removeAllContentTypeParsers();
  fastify.addContentTypeParser(
    'application/json',
    { parseAs: 'buffer', bodyLimit: BODY_LIMIT },
    async (request: FastifyRequest, body: Buffer) => {
      const { 'content-type': type = '', 'content-encoding': encoding = 'identity' } = request.headers;
      if (!JSON_IN_UTF8.test(type) || encoding !== 'identity' || publicEdgeOf(request)?.form) throw unsupportedMedia();
      return readBody(body);
    },
  );
  fastify.addContentTypeParser('application/octet-stream', async (request: FastifyRequest, body: IncomingMessage) => {
    if (!takesFile(request)) throw unsupportedMedia();
    return body;
  });
  fastify.addContentTypeParser(UPLOAD_MEDIA, async (request: FastifyRequest, body: IncomingMessage) => {
    if (publicEdgeOf(request)?.upload === undefined) throw unsupportedMedia();
    return body;
  });
  fastify.addContentTypeParser(
    FORM,
    { parseAs: 'buffer', bodyLimit: FORM_LIMIT },
    async (request: FastifyRequest, body: Buffer) => {
      const { 'content-type': type = '', 'content-encoding': encoding = 'identity' } = request.headers;
      if (!FORM_IN_UTF8.test(type) || encoding !== 'identity' || !publicEdgeOf(request)?.form) throw unsupportedMedia();
      return readForm(body);
    },
  );
};

/** The body's object, exactly as it was sent, or a problem that names the field. An empty body is an empty object. */
export const readBody = (body: Buffer): Record<string, unknown> => {
  if (body.length > BODY_LIMIT) throw tooLarge(BODY_LIMIT);
  if (body.length === 0) return {};
  const text = decoded(body);
  scanJson(text);
  const value = parsed(text);
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw invalid('The body must be a JSON object.');
  return value as Record<string, unknown>;
};

const decoded = (body: Buffer): string => {
  try {
    return utf8.decode(body);
  } catch {
    throw invalid('The body is not valid UTF-8.');
  }
};

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    throw invalid('The body is not valid JSON.');
  }
};
