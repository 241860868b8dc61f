import { Body, Controller, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow } from '#kernel/access';
import { Changes, type CommandRequest, CurrentCommand, IdPath, toEnvelope } from '#kernel/http';
import type { Receipt } from '#kernel/ledger';
import { DiscloseIdentity } from './disclose-identity.command.js';
import { DiscloseIdentityRequest, toDisclosure } from './disclose-identity.request.js';

@ApiTags('concerns')
@Controller('v1/concerns/:id/identity-disclosure')
export class DiscloseIdentityController {
  constructor(private readonly commands: CommandBus) {}

  @ApiOperation({ summary: 'Record that the submitter was named to somebody, as they agreed' })
  @Post()
  @Allow('concern.disclose-identity')
  @Changes()
  disclose(
    @Param() { id }: IdPath,
    @Body() body: DiscloseIdentityRequest,
    @CurrentCommand() request: CommandRequest,
  ): Promise<Receipt> {
    return this.commands.execute(new DiscloseIdentity(id, toDisclosure(body), toEnvelope(request)));
  }
}
