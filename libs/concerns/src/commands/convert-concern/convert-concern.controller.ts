import { Body, Controller, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow } from '#kernel/access';
import { Changes, type CommandRequest, CurrentCommand, IdPath, toEnvelope } from '#kernel/http';
import type { Receipt } from '#kernel/ledger';
import { ConvertConcern } from './convert-concern.command.js';
import { ConvertConcernRequest, toConversion } from './convert-concern.request.js';

@ApiTags('concerns')
@Controller('v1/concerns/:id/conversion')
export class ConvertConcernController {
  constructor(private readonly commands: CommandBus) {}

  @ApiOperation({
    summary: 'Report a safety event of a concern; the concern stays open until its submitter is answered',
  })
  @Post()
  @Allow('concern.convert')
  @Changes()
  convert(
    @Param() { id }: IdPath,
    @Body() body: ConvertConcernRequest,
    @CurrentCommand() request: CommandRequest,
  ): Promise<Receipt> {
    return this.commands.execute(new ConvertConcern(id, toConversion(body), toEnvelope(request)));
  }
}
