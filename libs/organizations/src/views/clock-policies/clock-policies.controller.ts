import { Controller, Get, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow } from '#kernel/access';
import { defaultPacks, definitionsWith, inForceAt } from '#kernel/clocks';
import { Clock } from '#kernel/core';
import { CurrentRead, caughtUpTo, type ReadRequest, RecordQuery, type Shown, Shows } from '#kernel/http';
import { Views } from '#kernel/readers';
import { ClockDefinitionsBody, PolicyPacksBody } from './clock-policies.body.js';
import { clockPolicies } from './clock-policies.projection.js';
import { ReadClockPolicy } from './clock-policies.query.js';
import { wholeDefinitions } from './own-definitions.js';

@ApiTags('clocks')
@Controller('v1')
export class ClockPoliciesController {
  constructor(
    private readonly queries: QueryBus,
    private readonly views: Views,
    private readonly clock: Clock,
  ) {}

  @ApiOperation({ summary: 'How each kind of clock runs here: what ships, with the organization’s own in its place' })
  @Get('clock-definitions')
  @Allow('clock-policy.read')
  @Shows(ClockDefinitionsBody)
  async definitions(
    @Query() { after }: RecordQuery,
    @CurrentRead() { caller }: ReadRequest,
  ): Promise<Shown<ClockDefinitionsBody>> {
    const { progress, row } = await this.read(caller.org, after);
    const versions = wholeDefinitions(row?.definitions ?? []);
    return { body: { items: inForceAt(definitionsWith(versions), this.clock.now()), versions }, progress };
  }

  @ApiOperation({ summary: 'The law of jurisdictions as data, and which of it was adopted here' })
  @Get('policy-packs')
  @Allow('clock-policy.read')
  @Shows(PolicyPacksBody)
  async packs(
    @Query() { after }: RecordQuery,
    @CurrentRead() { caller }: ReadRequest,
  ): Promise<Shown<PolicyPacksBody>> {
    const { progress, row } = await this.read(caller.org, after);
    const items = defaultPacks.map(({ jurisdiction, version, title, validFrom, validTo, ...values }) => ({
      jurisdiction,
      version,
      title,
      ...(validFrom !== undefined && { validFrom }),
      ...(validTo !== undefined && { validTo }),
      values,
    }));
    return { body: { items, adopted: row?.packs ?? [] }, progress };
  }

  private async read(org: string, after: number | undefined) {
    const progress = await caughtUpTo(after, (position) => this.views.reached(clockPolicies, org, position));
    return { progress, row: await this.queries.execute(new ReadClockPolicy(org)) };
  }
}
