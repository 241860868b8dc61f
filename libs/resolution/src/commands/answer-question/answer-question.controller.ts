import { Body, Controller, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow } from '#kernel/access';
import { Changes, type CommandRequest, CurrentCommand, toEnvelope, toldLate } from '#kernel/http';
import type { Receipt } from '#kernel/ledger';
import { QuestionPath } from '../../resolution-case/question.path.js';
import { AnswerQuestion } from './answer-question.command.js';
import { AnswerQuestionRequest } from './answer-question.request.js';

@ApiTags('resolution cases')
@Controller('v1/resolution-cases/:id/questions/:question/answer')
export class AnswerQuestionController {
  constructor(private readonly commands: CommandBus) {}

  @ApiOperation({ summary: 'Record what was answered' })
  @Post()
  @Allow('resolution-case.disclose')
  @Changes()
  answer(
    @Param() { id, question }: QuestionPath,
    @Body() body: AnswerQuestionRequest,
    @CurrentCommand() request: CommandRequest,
  ): Promise<Receipt> {
    const { told, extra } = toldLate(body);
    return this.commands.execute(new AnswerQuestion(id, { ...told, question }, toEnvelope(request, extra)));
  }
}
