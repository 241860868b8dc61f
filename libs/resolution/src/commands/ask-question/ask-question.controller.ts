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
import { AskQuestion } from './ask-question.command.js';
import { AskQuestionRequest } from './ask-question.request.js';

@ApiTags('resolution cases')
@Controller('v1/resolution-cases/:id/questions')
export class AskQuestionController {
  constructor(private readonly commands: CommandBus) {}

  @ApiOperation({ summary: 'Record what the patient or family asks' })
  @Post()
  @Allow('resolution-case.disclose')
  @AddsPart()
  ask(
    @Param() { id }: IdPath,
    @Body() body: AskQuestionRequest,
    @CurrentCommand() request: CommandRequest,
  ): Promise<PartReceipt> {
    const { told, extra } = toldLate(body);
    return this.commands.execute(new AskQuestion(id, told, toEnvelope(request, extra)));
  }
}
