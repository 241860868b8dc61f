import { Body, Controller, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow } from '#kernel/access';
import { Changes, type CommandRequest, CurrentCommand, IdPath, toEnvelope, toldLate } from '#kernel/http';
import type { Receipt } from '#kernel/ledger';
import { ShareFindings } from './share-findings.command.js';
import { ShareFindingsRequest, toFindings } from './share-findings.request.js';

@ApiTags('resolution cases')
@Controller('v1/resolution-cases/:id/findings')
export class ShareFindingsController {
  constructor(private readonly commands: CommandBus) {}

  @ApiOperation({ summary: 'Record that findings were told' })
  @Post()
  @Allow('resolution-case.disclose')
  @Changes()
  share(
    @Param() { id }: IdPath,
    @Body() body: ShareFindingsRequest,
    @CurrentCommand() request: CommandRequest,
  ): Promise<Receipt> {
    const { told, extra } = toldLate(body);
    return this.commands.execute(new ShareFindings(id, toFindings(told), toEnvelope(request, extra)));
  }
}
