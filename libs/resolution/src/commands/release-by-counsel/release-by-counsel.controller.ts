import { Body, Controller, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow } from '#kernel/access';
import { Changes, type CommandRequest, CurrentCommand, IdPath, toEnvelope } from '#kernel/http';
import type { Receipt } from '#kernel/ledger';
import { ReleaseByCounsel } from './release-by-counsel.command.js';
import { ReleaseByCounselRequest } from './release-by-counsel.request.js';

@ApiTags('resolution cases')
@Controller('v1/resolution-cases/:id/counsel-release')
export class ReleaseByCounselController {
  constructor(private readonly commands: CommandBus) {}

  @ApiOperation({ summary: 'Record that counsel lets responsibility be taken before the determination' })
  @Post()
  @Allow('resolution-case.determine')
  @Changes()
  release(
    @Param() { id }: IdPath,
    @Body() body: ReleaseByCounselRequest,
    @CurrentCommand() request: CommandRequest,
  ): Promise<Receipt> {
    return this.commands.execute(new ReleaseByCounsel(id, body, toEnvelope(request)));
  }
}
