import { Column, Entity } from 'typeorm';
import { IdColumn, InstantColumn, OrgColumn, PositionColumn } from '#kernel/readers';
import type { CareSetting, HolidayCalendar } from '../../organization/organization.events.js';

/** A unit of a facility. */
export interface Unit {
  readonly id: string;
  readonly name: string;
}

/** A facility and its units. */
@Entity({ schema: 'views', name: 'facilities_v1' })
export class FacilityRow {
  @OrgColumn()
  readonly org: string;

  @IdColumn()
  readonly id: string;

  @Column('text')
  readonly name: string;

  @Column('text')
  readonly zone: string;

  @Column('text', { name: 'holiday_calendar' })
  readonly holidayCalendar: HolidayCalendar;

  @Column('text', { name: 'care_setting' })
  readonly careSetting: CareSetting;

  @Column('text', { nullable: true })
  readonly ccn?: string;

  @Column('jsonb')
  readonly units: readonly Unit[];

  @InstantColumn({ name: 'opened_at' })
  readonly openedAt: string;

  @PositionColumn()
  readonly position: number;
}
