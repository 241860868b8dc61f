import {
  applyDecorators,
  type CallHandler,
  type ExecutionContext,
  HttpCode,
  type NestInterceptor,
  UseInterceptors,
} from '@nestjs/common';
import { ApiExtraModels, ApiHeader, ApiResponse, getSchemaPath } from '@nestjs/swagger';
import { IsIn, IsInt, IsString } from 'class-validator';
import type { FastifyReply } from 'fastify';
import { map, type Observable } from 'rxjs';
import { streamId } from '#kernel/core';
import type { Receipt } from '#kernel/ledger';
import type { Progress } from './after-position.js';
import { IsId } from './fields.js';
import { type EdgeRequest, pathOf } from './request.js';
import { documented } from './schemas.js';

/** What a command answers: which stream it wrote to, and how far the log and the record are now. */
export class ReceiptBody {
  /** `<category>-<uuid>`. */
  @IsString()
  stream: string;

  @IsId()
  id: string;

  /** The stream's revision now; also the ETag. */
  @IsInt()
  revision: number;

  /** The place in the ledger, for `?after=`. */
  @IsInt()
  position: number;
}

/** A record's revision as an entity tag. */
export const revisionTag = (revision: number): string => `"${revision}"`;

/** What is answered beside the receipt: its body, and the names of its own fields. */
interface Beside {
  readonly body: new () => ReceiptBody;
  readonly fields: readonly string[];
}
const NOTHING: Beside = { body: ReceiptBody, fields: [] };

const receiptInterceptor = (
  fields: readonly string[],
  creates?: string,
): NestInterceptor<Receipt & Readonly<Record<string, unknown>>, ReceiptBody> => ({
  intercept: (context, next): Observable<ReceiptBody> => {
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    return next.handle().pipe(
      map(({ stream, revision, position, ...more }) => {
        const id = streamId(stream);
        reply.header('etag', revisionTag(revision));
        if (creates !== undefined) reply.header('location', `${creates}/${id}`);
        const beside = Object.fromEntries(fields.flatMap((name) => (name in more ? [[name, more[name]]] : [])));
        return { stream, id, revision, position, ...beside };
      }),
    );
  },
});

const command = (status: number, { body, fields }: Beside, creates?: string) =>
  applyDecorators(
    HttpCode(status),
    UseInterceptors(receiptInterceptor(fields, creates)),
    ApiHeader({
      name: 'Idempotency-Key',
      required: true,
      description: 'One key for one command, kept for its retries.',
    }),
    ApiResponse({
      status,
      type: documented(body),
      headers: { ETag: TAG, ...(creates && { Location: LOCATION }) },
    }),
  );

const TAG = { description: "The stream's revision, in quotes.", schema: { type: 'string' as const } };
const LOCATION = { description: 'Where the new record is read.', schema: { type: 'string' as const } };

/**
 * The route's command makes a new record under this path: its {@link Receipt} is answered with 201 and Location, and what
 * the route answers `beside` it.
 */
export const Creates = (path: string, beside: Beside = NOTHING) => command(201, beside, path);

/** The route's command changes a record: its {@link Receipt} is answered with 200. */
export const Changes = () =>
  applyDecorators(
    command(200, NOTHING),
    ApiHeader({ name: 'If-Match', required: false, description: 'The ETag of the record that was looked at.' }),
  );

/** What a query shows. */
export interface Shown<T> {
  readonly body: T;
  /** The record's revision: its ETag. */
  readonly revision?: number;
  /** The cursor of the page that follows, if one does. */
  readonly next?: string;
  /** `behind` is answered with 202. */
  readonly progress?: Progress;
}

/** The body of a 202 where the older view holds no such record: it may come, and it may never have been. */
export class NotYetBody {
  @IsIn(['behind'])
  progress: 'behind';
}

/** The same answer for every record that a view which is behind does not show. */
export const notYet: Shown<NotYetBody> = { body: { progress: 'behind' }, progress: 'behind' };

/**
 * A record as a query found it: shown; not yet, where it is withheld or the view is behind; else `absent` refuses. Its
 * revision becomes the entity tag where the view reads every fact of the record.
 */
export const shownIfFound = <T extends object>(
  found: T | 'withheld' | undefined,
  progress: Progress,
  absent: () => never,
  revisionOf?: (found: T) => number,
): Shown<T | NotYetBody> => {
  if (found === 'withheld') return notYet;
  if (!found) return progress === 'behind' ? notYet : absent();
  return { body: found, progress, ...(revisionOf && { revision: revisionOf(found) }) };
};

const shownInterceptor: NestInterceptor<Shown<unknown>, unknown> = {
  intercept: (context: ExecutionContext, next: CallHandler<Shown<unknown>>): Observable<unknown> => {
    const http = context.switchToHttp();
    const reply = http.getResponse<FastifyReply>();
    return next.handle().pipe(
      map((shown) => {
        if (shown.progress === 'behind') reply.code(202).header('retry-after', '1');
        if (shown.revision !== undefined) reply.header('etag', revisionTag(shown.revision));
        if (shown.next !== undefined) reply.header('link', nextLink(http.getRequest<EdgeRequest>(), shown.next));
        return shown.body;
      }),
    );
  },
};

/** The same list from the cursor on; a position to wait for has been waited for. */
const nextLink = (request: EdgeRequest, cursor: string): string => {
  const query = new URLSearchParams(request.url.split('?', 2)[1] ?? '');
  query.delete('after');
  query.set('cursor', cursor);
  return `<${pathOf(request)}?${query}>; rel="next"`;
};

/**
 * The route shows one record or a page of them, as {@link Shown}: 200, or 202 where the view is behind. `absent` says
 * what stands for a record that is not in the older view.
 */
export const Shows = (type: new () => object, absent?: typeof NotYetBody) => {
  const older = [type, ...(absent ? [absent] : [])].map((one) => ({ $ref: getSchemaPath(documented(one)) }));
  return applyDecorators(
    UseInterceptors(shownInterceptor),
    ApiResponse({ status: 200, type: documented(type) }),
    ApiExtraModels(type, ...(absent ? [absent] : [])),
    ApiResponse({
      status: 202,
      description: 'The view has not come to the position asked for: this is the older one.',
      headers: { 'Retry-After': RETRY_AFTER },
      content: { 'application/json': { schema: older.length > 1 ? { oneOf: older } : (older[0] ?? {}) } },
    }),
  );
};

const RETRY_AFTER = { description: 'Seconds.', schema: { type: 'integer' as const } };
