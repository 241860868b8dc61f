import { Body, Controller, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow } from '#kernel/access';
import { actorId, Ids } from '#kernel/core';
import { TrackingCodes } from '#kernel/gate';
import { type CommandRequest, Creates, CurrentCommand, toEnvelope, toInstant } from '#kernel/http';
import { SubmitConcern } from './submit-concern.command.js';
import { type EnteredConcern, EnteredConcernBody } from './submit-concern.receipt.js';
import { SubmitConcernRequest } from './submit-concern.request.js';
import { toSubmission } from './submit-concern.told.js';

@ApiTags('concerns')
@Controller('v1/concerns')
export class SubmitConcernController {
  constructor(
    private readonly commands: CommandBus,
    private readonly codes: TrackingCodes,
    private readonly ids: Ids,
  ) {}

  @ApiOperation({ summary: 'Enter a concern that came by phone, on paper, in person or at the bedside' })
  @Post()
  @Allow('concern.enter')
  @Creates('/v1/concerns', { body: EnteredConcernBody, fields: ['code'] })
  async enter(@Body() body: SubmitConcernRequest, @CurrentCommand() request: CommandRequest): Promise<EnteredConcern> {
    const { receivedAt, reasonCode, approver, wantsCode = false } = body;
    const envelope = toEnvelope(request, {
      ...(receivedAt && { occurredAt: toInstant(receivedAt) }),
      meta: { ...(reasonCode && { reasonCode }), ...(approver && { approver }) },
    });
    const issued = wantsCode ? this.codes.issue(envelope) : undefined;
    const submission = toSubmission(body, actorId(request.caller.actor), issued?.hash);
    const told = { ...envelope, ...(issued && { lookups: issued.lookups }) };
    const receipt = await this.commands.execute(new SubmitConcern(this.ids.next(), submission, told));
    return { ...receipt, ...(issued && { code: issued.shown }) };
  }
}
