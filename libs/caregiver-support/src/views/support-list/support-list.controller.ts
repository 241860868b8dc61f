import { Controller, Get, Param, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow } from '#kernel/access';
import { instant, refuse } from '#kernel/core';
import {
  CurrentRead,
  caughtUpTo,
  IdPath,
  NotYetBody,
  type ReadRequest,
  RecordQuery,
  readCursor,
  type Shown,
  Shows,
  shownIfFound,
  writeCursor,
} from '#kernel/http';
import { Views } from '#kernel/readers';
import { SupportBody, SupportListPage } from './support-list.body.js';
import { supportList } from './support-list.projection.js';
import { ListSupport, ReadSupport } from './support-list.query.js';
import { SupportListQuery } from './support-list.request.js';

@ApiTags('caregiver support')
@Controller('v1/caregiver-support')
export class SupportListController {
  constructor(
    private readonly queries: QueryBus,
    private readonly views: Views,
  ) {}

  @ApiOperation({ summary: 'Who is owed support, and what was offered to them; for peer supporters only' })
  @Get()
  @Allow('caregiver-support.list')
  @Shows(SupportListPage)
  async list(@Query() query: SupportListQuery, @CurrentRead() read: ReadRequest): Promise<Shown<SupportListPage>> {
    const { cursor, after, ...filter } = query;
    const progress = await this.progress(after, read);
    const from = readCursor(cursor, instant());
    const { items, more, withheld } = await this.queries.execute(
      new ListSupport({ ...filter, ...(from && { from: { at: from.key, id: from.id } }) }, read.caller, read),
    );
    const last = items.at(-1);
    const next = more && last ? writeCursor({ key: last.identifiedAt, id: last.id }) : undefined;
    const body = { items, ...(next && { next }), ...(withheld > 0 && { withheld }) };
    return { body, progress, ...(next && { next }) };
  }

  @ApiOperation({ summary: 'The support of one person; for peer supporters only' })
  @Get(':id')
  @Allow('caregiver-support.read')
  @Shows(SupportBody, NotYetBody)
  async read(
    @Param() { id }: IdPath,
    @Query() { after }: RecordQuery,
    @CurrentRead() read: ReadRequest,
  ): Promise<Shown<SupportBody | NotYetBody>> {
    const progress = await this.progress(after, read);
    const found = await this.queries.execute(new ReadSupport(id, read.caller, read));
    return shownIfFound(
      found,
      progress,
      () => refuse('caregiver-support/not-found', 'There is no such support.'),
      ({ revision }) => revision,
    );
  }

  private progress(after: number | undefined, { caller }: ReadRequest) {
    return caughtUpTo(after, (position) => this.views.reached(supportList, caller.org, position));
  }
}
