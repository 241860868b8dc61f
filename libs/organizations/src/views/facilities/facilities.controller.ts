import { Controller, Get } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { IsIn, IsString } from 'class-validator';
import { Allow } from '#kernel/access';
import { Absent, CurrentRead, IsId, IsListOf, type ReadRequest, type Shown, Shows } from '#kernel/http';
import { present } from '#kernel/readers';
import {
  CARE_SETTINGS,
  type CareSetting,
  HOLIDAY_CALENDARS,
  type HolidayCalendar,
} from '../../organization/organization.events.js';
import { ListFacilities } from './facilities.query.js';
import type { FacilityRow } from './facilities.row.js';

/** A unit of a facility. */
export class UnitBody {
  @IsId()
  id: string;

  @IsString()
  name: string;
}

/** A facility, with the time zone that its clocks run in and its units. */
export class FacilityBody {
  @IsId()
  id: string;

  @IsString()
  name: string;

  @IsString()
  zone: string;

  @IsIn(HOLIDAY_CALENDARS)
  holidayCalendar: HolidayCalendar;

  @IsIn(CARE_SETTINGS)
  careSetting: CareSetting;

  /** CMS Certification Number. */
  @Absent()
  @IsString()
  ccn?: string;

  @IsListOf(() => UnitBody, 1000)
  units: readonly UnitBody[];
}

/** All facilities of the caller's organization. */
export class FacilitiesBody {
  @IsListOf(() => FacilityBody, 1000)
  items: readonly FacilityBody[];
}

@ApiTags('organizations')
@Controller('v1/facilities')
export class ListFacilitiesController {
  constructor(private readonly queries: QueryBus) {}

  @ApiOperation({ summary: 'The facilities of one’s organization with their units: what a report names as its place' })
  @Get()
  @Allow('organization.read')
  @Shows(FacilitiesBody)
  async list(@CurrentRead() { caller }: ReadRequest): Promise<Shown<FacilitiesBody>> {
    const rows = await this.queries.execute(new ListFacilities(caller.org));
    return {
      body: { items: rows.map(bodyOf) },
    };
  }
}

const bodyOf = (row: FacilityRow): FacilityBody => {
  const { org: _org, position: _position, openedAt: _openedAt, ...facility } = present(row);
  return facility;
};
