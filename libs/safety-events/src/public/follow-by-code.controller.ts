import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { ApiHeader, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { refuse, streamId } from '#kernel/core';
import {
  CurrentPublicRequest,
  PublicFacilities,
  PublicJson,
  type PublicRequest,
  publicEnvelope,
  TrackingCodes,
} from '#kernel/gate';
import { Database } from '#kernel/platform';
import { ExchangeReporterMessage } from '../commands/exchange-reporter-message/exchange-reporter-message.command.js';
import { WriteAddendum } from '../commands/write-addendum/write-addendum.command.js';
import { CodeRequest, WordsByCodeRequest } from './code.request.js';
import { ReportStatusBody } from './report-status.body.js';
import { ReadReportStatus } from './report-status.query.js';

const REPORTER = { kind: 'anonymous', role: 'reporter' } as const;

interface Held {
  readonly org: string;
  readonly id: string;
  readonly codeHash: string;
}

/** Where whoever reported without a name follows it up, by the code that they were shown. */
@ApiTags('public')
@Controller('v1/public/safety-events')
export class FollowByCodeController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
    private readonly facilities: PublicFacilities,
    private readonly codes: TrackingCodes,
    private readonly db: Database,
  ) {}

  @ApiOperation({ summary: 'What came of a report, by its code' })
  @ApiResponse({ status: 200, type: ReportStatusBody })
  @Post('status')
  @HttpCode(200)
  @PublicJson('try-code')
  async status(@Body() body: CodeRequest): Promise<ReportStatusBody> {
    const { org, id, codeHash } = await this.held(body);
    return (await this.queries.execute(new ReadReportStatus(org, id, codeHash))) ?? nothing();
  }

  @ApiOperation({ summary: 'Add something to a report, by its code' })
  @ApiHeader({ name: 'Idempotency-Key', required: true, description: 'Random, 22 to 100 characters, as a UUID is.' })
  @Post('addenda')
  @HttpCode(204)
  @PublicJson('try-code')
  async add(@Body() body: WordsByCodeRequest, @CurrentPublicRequest() request: PublicRequest): Promise<void> {
    const { org, id, codeHash } = await this.held(body);
    const data = { words: body.words, writer: { as: 'holder', codeHash } } as const;
    await this.commands.execute(new WriteAddendum(id, data, publicEnvelope(request, org, REPORTER)));
  }

  @ApiOperation({ summary: 'Answer a question about a report, by its code' })
  @ApiHeader({ name: 'Idempotency-Key', required: true, description: 'Random, 22 to 100 characters, as a UUID is.' })
  @Post('messages')
  @HttpCode(204)
  @PublicJson('try-code')
  async write(@Body() body: WordsByCodeRequest, @CurrentPublicRequest() request: PublicRequest): Promise<void> {
    const { org, id, codeHash } = await this.held(body);
    const data = { words: body.words, writer: { as: 'holder', codeHash } } as const;
    await this.commands.execute(new ExchangeReporterMessage(id, data, publicEnvelope(request, org, REPORTER)));
  }

  /** The report that a code is of. Every code that leads nowhere is told the same. */
  private async held({ facilityId, code }: CodeRequest): Promise<Held> {
    const facility = (await this.facilities.find(facilityId)) ?? nothing();
    const { org } = facility;
    const stream = await this.db.inOrg(org, (tx) => this.codes.find(tx, org, 'safety-event', code));
    return stream === undefined ? nothing() : { org, id: streamId(stream), codeHash: this.codes.hashOf(org, code) };
  }
}

const nothing = (): never => refuse('safety-event/not-found', 'Nothing is found by this code.');
