import { Body, Controller, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow } from '#kernel/access';
import { Changes, type CommandRequest, CurrentCommand, IdPath, toEnvelope, toldLate } from '#kernel/http';
import type { Receipt } from '#kernel/ledger';
import { AdviseOfCounsel } from './advise-of-counsel.command.js';
import { AdviseOfCounselRequest } from './advise-of-counsel.request.js';

@ApiTags('resolution cases')
@Controller('v1/resolution-cases/:id/counsel-advice')
export class AdviseOfCounselController {
  constructor(private readonly commands: CommandBus) {}

  @ApiOperation({
    summary:
      'Record that patient or family were told in writing that they may have a lawyer: before any compensation is spoken of',
  })
  @Post()
  @Allow('resolution-case.offer')
  @Changes()
  advise(
    @Param() { id }: IdPath,
    @Body() body: AdviseOfCounselRequest,
    @CurrentCommand() request: CommandRequest,
  ): Promise<Receipt> {
    const { told, extra } = toldLate(body);
    return this.commands.execute(new AdviseOfCounsel(id, told, toEnvelope(request, extra)));
  }
}
