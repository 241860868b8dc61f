import { applyDecorators } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiBody, ApiConsumes, ApiHeader } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';

/** What a file's body is sent as. What it holds is for the receiver to find out. */
export const FILE_MEDIA = 'application/octet-stream';

const LIMIT = 'forthright:file-limit';

/** The route takes a file of at most so many bytes as its whole body, and nothing else. */
export const TakesFile = (limit: number) =>
  applyDecorators(
    RouteConfig({ [LIMIT]: limit }),
    ApiConsumes(FILE_MEDIA),
    ApiBody({ required: true, description: `At most ${limit} bytes.`, schema: { type: 'string', format: 'binary' } }),
    ApiHeader({
      name: 'X-Filename',
      required: true,
      description: 'What the file is called, without folders: UTF-8, percent-encoded.',
    }),
    ApiHeader({
      name: 'X-Content-SHA256',
      required: false,
      description: 'The SHA-256 of the body in hexadecimal: a file that changed on its way is refused.',
    }),
  );

/** The bytes that the request's route takes as a file; nothing where it takes none. */
export const fileLimitOf = ({ routeOptions }: Pick<FastifyRequest, 'routeOptions'>): number | undefined =>
  (routeOptions.config as { [LIMIT]?: number } | undefined)?.[LIMIT];

export const takesFile = (request: FastifyRequest): boolean => fileLimitOf(request) !== undefined;
