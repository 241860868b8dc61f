import { Body, Controller, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow } from '#kernel/access';
import { Changes, type CommandRequest, CurrentCommand, IdPath, toEnvelope, toldLate } from '#kernel/http';
import type { Receipt } from '#kernel/ledger';
import { SignCandorAgreement } from './sign-candor-agreement.command.js';
import { SignCandorAgreementRequest } from './sign-candor-agreement.request.js';

@ApiTags('resolution cases')
@Controller('v1/resolution-cases/:id/candor-agreement')
export class SignCandorAgreementController {
  constructor(private readonly commands: CommandBus) {}

  @ApiOperation({ summary: 'Record the written agreement to such a discussion' })
  @Post()
  @Allow('resolution-case.notify')
  @Changes()
  sign(
    @Param() { id }: IdPath,
    @Body() body: SignCandorAgreementRequest,
    @CurrentCommand() request: CommandRequest,
  ): Promise<Receipt> {
    const { told, extra } = toldLate(body);
    return this.commands.execute(new SignCandorAgreement(id, told, toEnvelope(request, extra)));
  }
}
