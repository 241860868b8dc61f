import { Body, Controller, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow } from '#kernel/access';
import { Changes, type CommandRequest, CurrentCommand, IdPath, toEnvelope, toldLate } from '#kernel/http';
import type { Receipt } from '#kernel/ledger';
import { RecordContactWish } from './record-contact-wish.command.js';
import { RecordContactWishRequest } from './record-contact-wish.request.js';

@ApiTags('resolution cases')
@Controller('v1/resolution-cases/:id/contact-wish')
export class RecordContactWishController {
  constructor(private readonly commands: CommandBus) {}

  @ApiOperation({ summary: 'Record how often patient and family want to hear from us' })
  @Post()
  @Allow('resolution-case.support')
  @Changes()
  record(
    @Param() { id }: IdPath,
    @Body() body: RecordContactWishRequest,
    @CurrentCommand() request: CommandRequest,
  ): Promise<Receipt> {
    const { told, extra } = toldLate(body);
    return this.commands.execute(new RecordContactWish(id, told, toEnvelope(request, extra)));
  }
}
