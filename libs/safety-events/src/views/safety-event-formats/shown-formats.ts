import type { QueryBus } from '@nestjs/cqrs';
import { refuse } from '#kernel/core';
import { caughtUpTo, type NotYetBody, notYet, type ReadRequest, type Shown } from '#kernel/http';
import type { Views } from '#kernel/readers';
import { ReadFormats } from './read-formats.query.js';
import { safetyEventFormats } from './safety-event-formats.projection.js';
import type { SafetyEventFormatsRow } from './safety-event-formats.row.js';

/** Shows one safety event's row in some body, once the view has come far enough. */
export const shownFormats = async <Body>(
  { queries, views }: { readonly queries: QueryBus; readonly views: Views },
  { id, after }: { readonly id: string; readonly after?: number },
  read: ReadRequest,
  body: (row: SafetyEventFormatsRow) => Body,
): Promise<Shown<Body | NotYetBody>> => {
  const progress = await caughtUpTo(after, (position) => views.reached(safetyEventFormats, read.caller.org, position));
  const row = await queries.execute(new ReadFormats(id, read.caller, read));
  if (row === 'withheld') return notYet;
  if (!row) return progress === 'behind' ? notYet : refuse('safety-event/not-found', 'There is no such safety event.');
  // no entity tag: the view reads some facts only, so its revision may be behind the record's
  return { body: body(row), progress };
};
