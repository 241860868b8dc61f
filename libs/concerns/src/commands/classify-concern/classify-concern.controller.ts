import { Body, Controller, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow } from '#kernel/access';
import { Changes, type CommandRequest, CurrentCommand, IdPath, toEnvelope } from '#kernel/http';
import type { Receipt } from '#kernel/ledger';
import { ClassifyConcern } from './classify-concern.command.js';
import { ClassifyConcernRequest } from './classify-concern.request.js';

@ApiTags('concerns')
@Controller('v1/concerns/:id/classification')
export class ClassifyConcernController {
  constructor(private readonly commands: CommandBus) {}

  @ApiOperation({ summary: 'Say what a concern is about, and whether it is a formal grievance' })
  @Post()
  @Allow('concern.classify')
  @Changes()
  classify(
    @Param() { id }: IdPath,
    @Body() body: ClassifyConcernRequest,
    @CurrentCommand() request: CommandRequest,
  ): Promise<Receipt> {
    return this.commands.execute(new ClassifyConcern(id, body, toEnvelope(request)));
  }
}
