import { applyDecorators, type CallHandler, type ExecutionContext, UseInterceptors } from '@nestjs/common';
import { ApiResponse } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { map, type Observable } from 'rxjs';
import { FILE_MEDIA } from './file-route.js';

/** A file to be saved, and never to be shown. */
export interface FileToSave {
  readonly bytes: Buffer;
  /** For programs that know no other than plain names: letters, digits, hyphens, dots. */
  readonly plainName: string;
  /** What people call it. */
  readonly name?: string;
  /** What scanners said of it. */
  readonly scan: string;
}

/** Nothing in it may run, load or be framed, should a browser show it after all. */
const POLICY = "sandbox; default-src 'none'; frame-ancestors 'none'";

const saved = {
  intercept: (context: ExecutionContext, next: CallHandler<FileToSave>): Observable<Buffer> => {
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    return next.handle().pipe(
      map((file) => {
        reply.headers({
          'content-type': FILE_MEDIA,
          'content-disposition': dispositionOf(file),
          'content-security-policy': POLICY,
          'x-attachment-scan': file.scan,
        });
        return file.bytes;
      }),
    );
  },
};

/** RFC 6266: a plain name for everybody, and the true one (RFC 8187) for those who understand. */
const dispositionOf = ({ plainName, name }: FileToSave): string => {
  const full = name === undefined ? '' : `; filename*=UTF-8''${encodeURIComponent(name).replace(/['()*]/g, hex)}`;
  return `attachment; filename="${plainName}"${full}`;
};

const hex = (character: string): string => `%${character.charCodeAt(0).toString(16).toUpperCase()}`;

/** The route hands out a {@link FileToSave}: bytes of no declared type, to be saved. */
export const Saves = () =>
  applyDecorators(
    UseInterceptors(saved),
    ApiResponse({
      status: 200,
      description: 'The file, to be saved: its type is not told to the browser.',
      headers: {
        'Content-Disposition': { description: 'attachment, with its name.', schema: { type: 'string' } },
        'X-Attachment-Scan': {
          description: 'clean, or unscanned where there is no scanner.',
          schema: { type: 'string', enum: ['clean', 'unscanned'] },
        },
      },
      content: { [FILE_MEDIA]: { schema: { type: 'string', format: 'binary' } } },
    }),
  );
