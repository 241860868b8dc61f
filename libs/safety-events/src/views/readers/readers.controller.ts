import { Controller, Get, Param } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, type RecordReader } from '#kernel/access';
import { type Role, refuse } from '#kernel/core';
import { CurrentRead, IdPath, type ReadRequest, type Shown, Shows } from '#kernel/http';
import { ReadersBody } from './readers.body.js';
import { ReadReaders } from './readers.query.js';

@ApiTags('safety events')
@Controller('v1/safety-events/:id/readers')
export class ReadersController {
  constructor(private readonly queries: QueryBus) {}

  @ApiOperation({ summary: 'By whom a safety event was seen: for risk managers, and for whoever reported it' })
  @Get()
  @Allow('safety-event.see-readers')
  @Shows(ReadersBody)
  async read(@Param() { id }: IdPath, @CurrentRead() read: ReadRequest): Promise<Shown<ReadersBody>> {
    const readers =
      (await this.queries.execute(new ReadReaders(id, read.caller, read))) ??
      refuse('safety-event/not-found', 'There is no such safety event.');
    const persons = new Set(readers.map(({ person }) => person)).size;
    return { body: { persons, items: readers.map(bodyOf) } };
  }
}

const bodyOf = ({ stream: _stream, role, ...reader }: RecordReader) => ({ ...reader, role: role as Role });
