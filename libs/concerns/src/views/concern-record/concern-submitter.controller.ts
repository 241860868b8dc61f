import { Controller, Get, Param } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { IsObject } from 'class-validator';
import { Allow } from '#kernel/access';
import { refuse } from '#kernel/core';
import { CurrentRead, IdPath, Means, type ReadRequest, type Shown, Shows } from '#kernel/http';
import { ReadSubmitter } from './concern-submitter.query.js';

/** Who submitted a concern. */
export class SubmitterBody {
  @Means(
    '`submitterName` and `contact` (phone, email, address), as far as they were given; what was forgotten reads `{ "erased": true }`. Empty where nobody is known.',
  )
  @IsObject()
  submitter: object;
}

@ApiTags('concerns')
@Controller('v1/concerns/:id/submitter')
export class ConcernSubmitterController {
  constructor(private readonly queries: QueryBus) {}

  @ApiOperation({ summary: 'Who submitted a concern, for those who need to know; every look is written down' })
  @Get()
  @Allow('concern.read-submitter')
  @Shows(SubmitterBody)
  async read(@Param() { id }: IdPath, @CurrentRead() read: ReadRequest): Promise<Shown<SubmitterBody>> {
    const submitter =
      (await this.queries.execute(new ReadSubmitter(id, read.caller, read))) ??
      refuse('concern/not-found', 'There is no such concern.');
    return { body: { submitter } };
  }
}
