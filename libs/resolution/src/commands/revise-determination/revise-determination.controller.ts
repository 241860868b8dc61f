import { Body, Controller, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow } from '#kernel/access';
import { Changes, type CommandRequest, CurrentCommand, IdPath, toEnvelope } from '#kernel/http';
import type { Receipt } from '#kernel/ledger';
import { ReviseDetermination } from './revise-determination.command.js';
import { ReviseDeterminationRequest } from './revise-determination.request.js';

@ApiTags('resolution cases')
@Controller('v1/resolution-cases/:id/determination-revision')
export class ReviseDeterminationController {
  constructor(private readonly commands: CommandBus) {}

  @ApiOperation({ summary: 'Take a determination back: the criteria are assessed anew' })
  @Post()
  @Allow('resolution-case.determine')
  @Changes()
  revise(
    @Param() { id }: IdPath,
    @Body() body: ReviseDeterminationRequest,
    @CurrentCommand() request: CommandRequest,
  ): Promise<Receipt> {
    return this.commands.execute(new ReviseDetermination(id, body, toEnvelope(request)));
  }
}
