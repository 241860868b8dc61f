import { Readable } from 'node:stream';
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { digest } from '#kernel/platform';
import type { CommandRequest } from './command-request.js';
import { FILE_MEDIA, fileLimitOf } from './file-route.js';
import { invalid, invalidField, ProblemError, tooLarge, unsupportedMedia } from './problem.js';
import type { EdgeRequest } from './request.js';
import { isFileName, LONGEST_FILE_NAME, type SentFile, sentFile } from './sent-file.js';

/**
 * Gives a controller the {@link SentFile} of a route that `TakesFile`. It is read only now, when the guard has let its
 * sender in. 400 without a proper name, or where the bytes are not those of X-Content-SHA256; 413; 415.
 */
export const CurrentFile = createParamDecorator(
  (_: undefined, context: ExecutionContext): Promise<SentFile> =>
    readFile(context.switchToHttp().getRequest<EdgeRequest>()),
);

/** The command with the file as a part of what was asked: the same key with another file is a misuse. */
export const withFile = (command: CommandRequest, { name, sha256 }: SentFile): CommandRequest => ({
  ...command,
  requestHash: digest(command.requestHash, name, sha256),
});

const readFile = async (request: EdgeRequest): Promise<SentFile> => {
  const limit = fileLimitOf(request);
  if (limit === undefined) throw new Error('This route takes no file');
  const { body, headers } = request;
  if (!(body instanceof Readable) || (headers['content-encoding'] ?? 'identity') !== 'identity')
    throw unsupportedMedia(FILE_MEDIA);
  const name = nameOf(headers['x-filename']);
  if (Number(headers['content-length']) > limit) throw tooLarge(limit);
  const file = sentFile(name, await read(body, limit));
  const told = headers['x-content-sha256'];
  if (told !== undefined && (typeof told !== 'string' || told.toLowerCase() !== file.sha256))
    throw invalidField('X-Content-SHA256', 'is not that of the body');
  return file;
};

const nameOf = (header: string | string[] | undefined): string => {
  if (typeof header !== 'string') throw invalidField('X-Filename', 'is required: what the file is called');
  const name = decoded(header).trim();
  if (!isFileName(name))
    throw invalidField('X-Filename', `must be a name of 1 to ${LONGEST_FILE_NAME} characters without folders`);
  return name;
};

const decoded = (header: string): string => {
  try {
    return decodeURIComponent(header);
  } catch {
    throw invalidField('X-Filename', 'must be UTF-8, percent-encoded');
  }
};

/** All of the body. What is too long is left where it is, and the connection is closed after the answer. */
const read = (body: Readable, limit: number): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let length = 0;
    const collect = (chunk: Buffer) => {
      length += chunk.length;
      chunks.push(chunk);
      if (length <= limit) return;
      body.off('data', collect).pause();
      reject(new ProblemError(tooLarge(limit).problem, { connection: 'close' }));
    };
    body.on('data', collect);
    body.once('end', () => resolve(Buffer.concat(chunks)));
    body.once('error', () => reject(invalid('The body was not sent to its end.')));
    body.once('close', () => reject(invalid('The body was not sent to its end.')));
  });
