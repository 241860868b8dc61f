import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, Members } from '#kernel/access';
import { refuse } from '#kernel/core';
import { Changes, type CommandRequest, CurrentCommand, IdPath } from '#kernel/http';
import type { Receipt } from '#kernel/ledger';
import { AssignmentRequest, ExtensionRequest, PauseRequest, WaiverRequest } from './change-deadline.request.js';
import { DeadlineChanges } from './deadline-changes.js';

@ApiTags('deadlines')
@Controller('v1/deadlines/:id')
export class DeadlinesController {
  constructor(
    private readonly changes: DeadlineChanges,
    private readonly members: Members,
  ) {}

  @ApiOperation({ summary: 'Take a deadline that is nobody’s' })
  @Post('claim')
  @Allow('deadline.change')
  @Changes()
  claim(@Param() { id }: IdPath, @CurrentCommand() request: CommandRequest): Promise<Receipt> {
    return this.changes.send('ClaimDeadline', id, {}, request);
  }

  @ApiOperation({ summary: 'Say who answers for a deadline' })
  @Post('assignment')
  @Allow('deadline.change')
  @Changes()
  async assign(
    @Param() { id }: IdPath,
    @Body() { owner }: AssignmentRequest,
    @CurrentCommand() request: CommandRequest,
  ): Promise<Receipt> {
    if (!(await this.members.rolesOf(request.caller.org, owner)))
      return refuse('deadline/unknown-person', 'There is nobody of this id who works here.', 'owner');
    return this.changes.send('AssignDeadline', id, { owner }, request);
  }

  @ApiOperation({ summary: 'Give more time to work; the limit that a measure goes by does not move' })
  @Post('extension')
  @Allow('deadline.change')
  @Changes()
  extend(
    @Param() { id }: IdPath,
    @Body() body: ExtensionRequest,
    @CurrentCommand() request: CommandRequest,
  ): Promise<Receipt> {
    return this.changes.send('ExtendDeadline', id, { ...body }, request);
  }

  @ApiOperation({ summary: 'Say why something need not be done after all' })
  @Post('waiver')
  @Allow('deadline.change')
  @Changes()
  waive(
    @Param() { id }: IdPath,
    @Body() body: WaiverRequest,
    @CurrentCommand() request: CommandRequest,
  ): Promise<Receipt> {
    return this.changes.send('WaiveDeadline', id, { ...body }, request);
  }

  @ApiOperation({ summary: 'Stop a clock that may stand still, for a reason that its kind allows' })
  @Post('pause')
  @Allow('deadline.pause')
  @Changes()
  pause(
    @Param() { id }: IdPath,
    @Body() body: PauseRequest,
    @CurrentCommand() request: CommandRequest,
  ): Promise<Receipt> {
    return this.changes.send('PauseDeadline', id, { ...body }, request);
  }

  @ApiOperation({ summary: 'Let a clock go on that stands still' })
  @Post('resumption')
  @Allow('deadline.pause')
  @Changes()
  resume(@Param() { id }: IdPath, @CurrentCommand() request: CommandRequest): Promise<Receipt> {
    return this.changes.send('ResumeDeadline', id, {}, request);
  }
}
