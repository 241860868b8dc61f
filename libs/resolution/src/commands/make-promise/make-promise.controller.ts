import { Body, Controller, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow } from '#kernel/access';
import {
  AddsPart,
  type CommandRequest,
  CurrentCommand,
  IdPath,
  type PartReceipt,
  toEnvelope,
  toldLate,
} from '#kernel/http';
import { MakePromise } from './make-promise.command.js';
import { MakePromiseRequest, toPromise } from './make-promise.request.js';

@ApiTags('resolution cases')
@Controller('v1/resolution-cases/:id/promises')
export class MakePromiseController {
  constructor(private readonly commands: CommandBus) {}

  @ApiOperation({ summary: 'Record what the patient or family was promised' })
  @Post()
  @Allow('resolution-case.disclose')
  @AddsPart()
  make(
    @Param() { id }: IdPath,
    @Body() body: MakePromiseRequest,
    @CurrentCommand() request: CommandRequest,
  ): Promise<PartReceipt> {
    const { told, extra } = toldLate(body);
    return this.commands.execute(new MakePromise(id, toPromise(told), toEnvelope(request, extra)));
  }
}
