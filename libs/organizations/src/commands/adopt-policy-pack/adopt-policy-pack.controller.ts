import { Body, Controller, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow } from '#kernel/access';
import { Changes, type CommandRequest, CurrentCommand, toEnvelope } from '#kernel/http';
import type { Receipt } from '#kernel/ledger';
import { AdoptPolicyPack } from './adopt-policy-pack.command.js';
import { AdoptPolicyPackRequest } from './adopt-policy-pack.request.js';

@ApiTags('clocks')
@Controller('v1/policy-packs')
export class AdoptPolicyPackController {
  constructor(private readonly commands: CommandBus) {}

  @ApiOperation({ summary: 'Adopt the law of a jurisdiction as its policy pack has it, here or in one facility' })
  @Post()
  @Allow('clock-policy.define')
  @Changes()
  adopt(@Body() body: AdoptPolicyPackRequest, @CurrentCommand() request: CommandRequest): Promise<Receipt> {
    return this.commands.execute(new AdoptPolicyPack({ ...body }, toEnvelope(request)));
  }
}
