import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiHeader, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { Allow } from '#kernel/access';
import { Refusal } from '#kernel/core';
import { type CommandRequest, CurrentCommand, documented, toEnvelope } from '#kernel/http';
import { StaleRevision } from '#kernel/ledger';
import { derivedUuid } from '#kernel/platform';
import { TriageBatchBody, type TriageVerdictBody } from './triage-batch.body.js';
import { TriageSafetyEvent } from './triage-safety-event.command.js';
import { TriageBatchRequest, type TriageLineRequest } from './triage-safety-event.request.js';

@ApiTags('safety events')
@Controller('v1/safety-events/triage-batch')
export class TriageBatchController {
  constructor(private readonly commands: CommandBus) {}

  @ApiOperation({ summary: 'Triage up to 100 reported safety events, each by itself, with a verdict for each' })
  @Post()
  @HttpCode(200)
  @Allow('safety-event.triage')
  @ApiHeader({
    name: 'Idempotency-Key',
    required: true,
    description:
      'One key for one batch, kept for its retries: a line that was stored is answered with its first receipt.',
  })
  @ApiResponse({ status: 200, type: documented(TriageBatchBody) })
  async triage(
    @Body() { lines }: TriageBatchRequest,
    @CurrentCommand() request: CommandRequest,
  ): Promise<TriageBatchBody> {
    const verdicts: TriageVerdictBody[] = [];
    for (const [nth, line] of lines.entries()) verdicts.push(await this.verdictOn(line, nth, request));
    return { verdicts };
  }

  /** Each line is a command of its own, under an id that follows from the batch's key. */
  private async verdictOn(
    { id, ...rating }: TriageLineRequest,
    nth: number,
    { expected: _, ...request }: CommandRequest,
  ): Promise<TriageVerdictBody> {
    const { org } = request.caller;
    const commandId = derivedUuid('triage-line', org, `${request.commandId} ${nth}`);
    try {
      const envelope = toEnvelope({ ...request, commandId });
      const { revision, position } = await this.commands.execute(new TriageSafetyEvent(id, rating, envelope));
      return { id, triaged: true, revision, position };
    } catch (error) {
      return { id, triaged: false, refusal: refusalOf(error) };
    }
  }
}

/** A refusal is a verdict; whatever else goes wrong ends the batch, and its retry goes on from there. */
const refusalOf = (error: unknown) => {
  if (error instanceof StaleRevision)
    return { code: 'request/stale-revision', detail: 'Others wrote to it at the same time: try it again.' };
  if (!(error instanceof Refusal)) throw error;
  const { code, message: detail, field } = error;
  return { code, detail, ...(field !== undefined && { field }) };
};
