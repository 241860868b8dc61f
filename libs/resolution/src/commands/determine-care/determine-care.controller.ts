import { Body, Controller, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow } from '#kernel/access';
import { Changes, type CommandRequest, CurrentCommand, IdPath, toEnvelope } from '#kernel/http';
import type { Receipt } from '#kernel/ledger';
import { DetermineCare } from './determine-care.command.js';
import { DetermineCareRequest } from './determine-care.request.js';

@ApiTags('resolution cases')
@Controller('v1/resolution-cases/:id/care-determination')
export class DetermineCareController {
  constructor(private readonly commands: CommandBus) {}

  @ApiOperation({ summary: 'Determine how the care was' })
  @Post()
  @Allow('resolution-case.determine')
  @Changes()
  determine(
    @Param() { id }: IdPath,
    @Body() body: DetermineCareRequest,
    @CurrentCommand() request: CommandRequest,
  ): Promise<Receipt> {
    return this.commands.execute(new DetermineCare(id, body, toEnvelope(request)));
  }
}
