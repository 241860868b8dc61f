import { Body, Controller, Delete, Get, HttpCode, Param, Put } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow } from '#kernel/access';
import { refuse } from '#kernel/core';
import { CurrentRead, IdPath, type ReadRequest, type Shown, Shows } from '#kernel/http';
import { DraftBody, DraftsBody, SavedBody } from './draft.body.js';
import { DraftRequest } from './draft.request.js';
import { type Draft, Drafts } from './drafts.js';
import { ReadDrafts } from './read-drafts.query.js';

/** Characters of a narrative that a list shows. */
const BEGINNING = 80;

/** One's own drafts of reports: nobody else's is ever opened. */
@ApiTags('safety events')
@Controller('v1/safety-event-drafts')
export class DraftsController {
  constructor(
    private readonly drafts: Drafts,
    private readonly queries: QueryBus,
  ) {}

  @ApiOperation({ summary: 'Save a half-written report under an id of one’s own making; it is kept for 30 days' })
  @Put(':id')
  @Allow('safety-event.report')
  @Shows(SavedBody)
  async save(
    @Param() { id }: IdPath,
    @Body() { report = {} }: DraftRequest,
    @CurrentRead() { caller }: ReadRequest,
  ): Promise<Shown<SavedBody>> {
    return { body: { id, savedAt: await this.drafts.save(caller.org, caller.personId, id, report) } };
  }

  @ApiOperation({ summary: 'One’s half-written reports, newest first' })
  @Get()
  @Allow('safety-event.report')
  @Shows(DraftsBody)
  async list(@CurrentRead() read: ReadRequest): Promise<Shown<DraftsBody>> {
    const drafts = await this.queries.execute(new ReadDrafts(read.caller, read));
    return { body: { items: drafts.map(lineOf) } };
  }

  @ApiOperation({ summary: 'A half-written report' })
  @Get(':id')
  @Allow('safety-event.report')
  @Shows(DraftBody)
  async read(@Param() { id }: IdPath, @CurrentRead() read: ReadRequest): Promise<Shown<DraftBody>> {
    const [draft] = await this.queries.execute(new ReadDrafts(read.caller, read, id));
    return { body: draft ?? refuse('safety-event-draft/not-found', 'There is no such draft.') };
  }

  @ApiOperation({ summary: 'Throw a half-written report away' })
  @Delete(':id')
  @HttpCode(204)
  @Allow('safety-event.report')
  remove(@Param() { id }: IdPath, @CurrentRead() { caller }: ReadRequest): Promise<void> {
    return this.drafts.remove(caller.org, caller.personId, id);
  }
}

const lineOf = ({ id, savedAt, report: { narrative } }: Draft) => ({
  id,
  savedAt,
  ...(typeof narrative === 'string' && narrative !== '' && { beginning: narrative.slice(0, BEGINNING) }),
});
