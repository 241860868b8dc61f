import { Readable } from 'node:stream';
import { Busboy, type BusboyFileStream } from '@fastify/busboy';
import { FIELD_NAME, type FormBody } from './form-body.js';
import { invalid, ProblemError, tooLarge, unsupportedMedia } from './problem.js';
import { publicEdgeOf } from './public-edge.js';
import type { EdgeRequest } from './request.js';
import { asFileName, type SentFile, sentFile } from './sent-file.js';

/** A form with a file, as a browser sends both. No file where none was chosen. */
export interface Upload {
  readonly fields: FormBody;
  readonly file?: SentFile;
}

export const UPLOAD_MEDIA = 'multipart/form-data';

/** Small ones: ids, keys and codes. */
const LIMITS = { fields: 20, fieldNameSize: 60, fieldSize: 2000, files: 1, parts: 21, headerPairs: 10 };

/**
 * Reads the form of a route that takes one with a file ({@link publicEdgeOf}: `upload`). It is read only when somebody asks
 * for it, after the guards. 400 for a form that was broken off or has too many parts; 413; 415.
 */
export const readUpload = (request: EdgeRequest): Promise<Upload> => {
  const limit = publicEdgeOf(request)?.upload;
  if (limit === undefined) throw new Error('This route takes no upload');
  const { body, headers } = request;
  if (!(body instanceof Readable)) return Promise.resolve({ fields: (body ?? {}) as FormBody });
  if ((headers['content-encoding'] ?? 'identity') !== 'identity') throw unsupportedMedia(UPLOAD_MEDIA);
  if (Number(headers['content-length']) > limit + LIMITS.fields * LIMITS.fieldSize) throw tooLarge(limit);
  return parsed(body, headers['content-type'] ?? '', limit);
};

const parserOf = (contentType: string, fileSize: number) => {
  try {
    return new Busboy({ headers: { 'content-type': contentType }, limits: { ...LIMITS, fileSize } });
  } catch {
    throw unsupportedMedia(UPLOAD_MEDIA); // no boundary
  }
};

const parsed = (body: Readable, contentType: string, limit: number): Promise<Upload> =>
  new Promise((resolve, reject) => {
    const parser = parserOf(contentType, limit);
    const fields = new Map<string, string>();
    let file: Promise<SentFile | undefined> | undefined;
    // What is left of the body stays where it is: the connection is closed after the answer.
    const refuse = (problem: ProblemError) => {
      body.unpipe(parser).pause();
      reject(new ProblemError(problem.problem, { connection: 'close' }));
    };
    const tooMany = () => refuse(invalid('The form has more parts than it may have.'));
    parser.on('field', (name, value) => {
      if (!FIELD_NAME.test(name)) refuse(invalid('The form has a field whose name is not understood.'));
      else if (value.trim() !== '') fields.set(name, value);
    });
    parser.on('file', (_, stream, name) => {
      stream.once('limit', () => refuse(tooLarge(limit)));
      file = collected(stream, name);
    });
    for (const limited of ['partsLimit', 'filesLimit', 'fieldsLimit'] as const) parser.on(limited, tooMany);
    parser.once('error', () => refuse(invalid('The form was not sent as browsers send it.')));
    body.once('close', () => {
      if (!body.readableEnded) reject(invalid('The body was not sent to its end.'));
    });
    parser.once('finish', () => {
      const sent = file ?? Promise.resolve(undefined);
      sent.then((one) => resolve({ fields: Object.fromEntries(fields), ...(one && { file: one }) }), reject);
    });
    body.pipe(parser);
  });

/** An unnamed, empty file is what a browser sends where none was chosen. */
const collected = async (stream: BusboyFileStream, called: string | undefined): Promise<SentFile | undefined> => {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  const bytes = Buffer.concat(chunks);
  const name = asFileName(called ?? '');
  if (name === '' && bytes.length === 0) return undefined;
  return sentFile(name || 'file', bytes);
};
