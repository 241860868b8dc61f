import { Body, Controller, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow } from '#kernel/access';
import { Changes, type CommandRequest, CurrentCommand, IdPath, toEnvelope } from '#kernel/http';
import type { Receipt } from '#kernel/ledger';
import { CloseCase } from './close-case.command.js';
import { CloseCaseRequest } from './close-case.request.js';

@ApiTags('resolution cases')
@Controller('v1/resolution-cases/:id/closure')
export class CloseCaseController {
  constructor(private readonly commands: CommandBus) {}

  @ApiOperation({ summary: 'Close a resolved case' })
  @Post()
  @Allow('resolution-case.close')
  @Changes()
  close(
    @Param() { id }: IdPath,
    @Body() body: CloseCaseRequest,
    @CurrentCommand() request: CommandRequest,
  ): Promise<Receipt> {
    return this.commands.execute(new CloseCase(id, body, toEnvelope(request)));
  }
}
