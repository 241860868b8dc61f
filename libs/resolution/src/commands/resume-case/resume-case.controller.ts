import { Body, Controller, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow } from '#kernel/access';
import { Changes, type CommandRequest, CurrentCommand, IdPath, toEnvelope, toldLate } from '#kernel/http';
import type { Receipt } from '#kernel/ledger';
import { ResumeCase } from './resume-case.command.js';
import { ResumeCaseRequest } from './resume-case.request.js';

@ApiTags('resolution cases')
@Controller('v1/resolution-cases/:id/resumption')
export class ResumeCaseController {
  constructor(private readonly commands: CommandBus) {}

  @ApiOperation({ summary: 'Go on with a case that has waited' })
  @Post()
  @Allow('resolution-case.hold')
  @Changes()
  resume(
    @Param() { id }: IdPath,
    @Body() body: ResumeCaseRequest,
    @CurrentCommand() request: CommandRequest,
  ): Promise<Receipt> {
    const { told, extra } = toldLate(body);
    return this.commands.execute(new ResumeCase(id, told, toEnvelope(request, extra)));
  }
}
