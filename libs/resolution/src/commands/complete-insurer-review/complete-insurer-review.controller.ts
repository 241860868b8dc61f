import { Body, Controller, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow } from '#kernel/access';
import { Changes, type CommandRequest, CurrentCommand, IdPath, toEnvelope, toldLate } from '#kernel/http';
import type { Receipt } from '#kernel/ledger';
import { CompleteInsurerReview } from './complete-insurer-review.command.js';
import { CompleteInsurerReviewRequest } from './complete-insurer-review.request.js';

@ApiTags('resolution cases')
@Controller('v1/resolution-cases/:id/insurer-review')
export class CompleteInsurerReviewController {
  constructor(private readonly commands: CommandBus) {}

  @ApiOperation({ summary: 'Record what the insurer’s review came to' })
  @Post()
  @Allow('resolution-case.refer-insurer')
  @Changes()
  complete(
    @Param() { id }: IdPath,
    @Body() body: CompleteInsurerReviewRequest,
    @CurrentCommand() request: CommandRequest,
  ): Promise<Receipt> {
    const { told, extra } = toldLate(body);
    return this.commands.execute(new CompleteInsurerReview(id, told, toEnvelope(request, extra)));
  }
}
