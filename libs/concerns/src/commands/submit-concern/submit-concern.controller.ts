import { Body, Controller, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow } from '#kernel/access';
import { actorId, Ids } from '#kernel/core';
import { type CommandRequest, Creates, CurrentCommand, toEnvelope, toInstant } from '#kernel/http';
import type { Receipt } from '#kernel/ledger';
import { SubmitConcern } from './submit-concern.command.js';
import { SubmitConcernRequest } from './submit-concern.request.js';
import { toSubmission } from './submit-concern.told.js';

@ApiTags('concerns')
@Controller('v1/concerns')
export class SubmitConcernController {
  constructor(
    private readonly commands: CommandBus,
    private readonly ids: Ids,
  ) {}

  @ApiOperation({ summary: 'Enter a concern that came by phone, on paper, in person or at the bedside' })
  @Post()
  @Allow('concern.enter')
  @Creates('/v1/concerns')
  enter(@Body() body: SubmitConcernRequest, @CurrentCommand() request: CommandRequest): Promise<Receipt> {
    const { receivedAt, reasonCode, approver } = body;
    const envelope = toEnvelope(request, {
      ...(receivedAt && { occurredAt: toInstant(receivedAt) }),
      meta: { ...(reasonCode && { reasonCode }), ...(approver && { approver }) },
    });
    const submission = toSubmission(body, actorId(request.caller.actor));
    return this.commands.execute(new SubmitConcern(this.ids.next(), submission, envelope));
  }
}
