import { Body, Controller, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow } from '#kernel/access';
import { Changes, type CommandRequest, CurrentCommand, IdPath, toEnvelope } from '#kernel/http';
import type { Receipt } from '#kernel/ledger';
import { RecheckAuthority } from './recheck-authority.command.js';
import { RecheckAuthorityRequest } from './recheck-authority.request.js';

@ApiTags('resolution cases')
@Controller('v1/resolution-cases/:id/authority-recheck')
export class RecheckAuthorityController {
  constructor(private readonly commands: CommandBus) {}

  @ApiOperation({ summary: 'Record who decides for the patient, looked at anew' })
  @Post()
  @Allow('resolution-case.decide-people')
  @Changes()
  recheck(
    @Param() { id }: IdPath,
    @Body() body: RecheckAuthorityRequest,
    @CurrentCommand() request: CommandRequest,
  ): Promise<Receipt> {
    return this.commands.execute(new RecheckAuthority(id, body, toEnvelope(request)));
  }
}
