import { Controller, Get } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { IsIn } from 'class-validator';
import { Allow } from '#kernel/access';
import { CurrentRead, IsId, IsInstantWithZone, IsListOf, type ReadRequest, type Shown, Shows } from '#kernel/http';
import { DUTIES, type Duty } from '../../on-call/on-call.events.js';
import { ListShifts } from './on-call.query.js';

/** A shift on the roster. */
export class ShiftBody {
  @IsId()
  id: string;

  @IsIn(DUTIES)
  duty: Duty;

  /** Who is on call. */
  @IsId()
  person: string;

  @IsInstantWithZone()
  from: string;

  @IsInstantWithZone()
  until: string;
}

/** Shifts that run or are to come. */
export class OnCallBody {
  @IsListOf(() => ShiftBody, 1000)
  items: readonly ShiftBody[];
}

@ApiTags('organizations')
@Controller('v1/on-call')
export class OnCallController {
  constructor(private readonly queries: QueryBus) {}

  @ApiOperation({ summary: 'Who is on call, now and next' })
  @Get()
  @Allow('on-call.read')
  @Shows(OnCallBody)
  async list(@CurrentRead() { caller }: ReadRequest): Promise<Shown<OnCallBody>> {
    const rows = await this.queries.execute(new ListShifts(caller.org));
    return { body: { items: rows.map(({ id, duty, person, from, until }) => ({ id, duty, person, from, until })) } };
  }
}
