import { Body, Controller, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow } from '#kernel/access';
import { Changes, type CommandRequest, CurrentCommand, IdPath, toEnvelope, toldLate } from '#kernel/http';
import type { Receipt } from '#kernel/ledger';
import { RequireReview } from './require-review.command.js';
import { RequireReviewRequest } from './require-review.request.js';

@ApiTags('safety events')
@Controller('v1/safety-events/:id/review-requirement')
export class RequireReviewController {
  constructor(private readonly commands: CommandBus) {}

  @ApiOperation({ summary: 'Ask for a review, besides what triage asks for by itself' })
  @Post()
  @Allow('safety-event.require-review')
  @Changes()
  require(
    @Param() { id }: IdPath,
    @Body() body: RequireReviewRequest,
    @CurrentCommand() request: CommandRequest,
  ): Promise<Receipt> {
    const { told, extra } = toldLate(body);
    return this.commands.execute(new RequireReview(id, told, toEnvelope(request, extra)));
  }
}
