import { applyDecorators, type CallHandler, type ExecutionContext, HttpCode, UseInterceptors } from '@nestjs/common';
import { ApiHeader, ApiResponse } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { map, type Observable } from 'rxjs';
import { streamId } from '#kernel/core';
import type { Receipt } from '#kernel/ledger';
import { ReceiptBody, revisionTag } from './answers.js';
import { IsId } from './fields.js';
import { type EdgeRequest, pathOf } from './request.js';
import { documented } from './schemas.js';

/** What a command answers that adds a part to a record: the record's receipt, and the part's id. */
export class PartReceiptBody extends ReceiptBody {
  @IsId()
  part: string;
}

/** A receipt that names the part of the record which the command made, or found there. */
export interface PartReceipt extends Receipt {
  readonly part: string;
}

const partInterceptor = {
  intercept: (context: ExecutionContext, next: CallHandler<PartReceipt>): Observable<PartReceiptBody> => {
    const http = context.switchToHttp();
    const reply = http.getResponse<FastifyReply>();
    return next.handle().pipe(
      map(({ stream, revision, position, part }) => {
        const path = pathOf(http.getRequest<EdgeRequest>());
        reply.headers({ etag: revisionTag(revision), location: `${path}/${part}` });
        return { stream, id: streamId(stream), revision, position, part };
      }),
    );
  },
};

const text = (description: string) => ({ description, schema: { type: 'string' as const } });

/** The route's command adds a part to a record, under the route's own path: answered with 201 and the part's Location. */
export const AddsPart = () =>
  applyDecorators(
    HttpCode(201),
    UseInterceptors(partInterceptor),
    ApiHeader({
      name: 'Idempotency-Key',
      required: true,
      description: 'One key for one command, kept for its retries.',
    }),
    ApiResponse({
      status: 201,
      type: documented(PartReceiptBody),
      headers: { ETag: text("The stream's revision, in quotes."), Location: text('Where the part is read.') },
    }),
  );
