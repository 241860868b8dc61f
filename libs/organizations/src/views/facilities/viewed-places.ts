import { Injectable } from '@nestjs/common';
import { type Place, Places } from '#kernel/core';
import { Database } from '#kernel/platform';
import { FacilityRow } from './facilities.row.js';

/** Answers {@link Places} from the facilities view. */
@Injectable()
export class ViewedPlaces extends Places {
  constructor(private readonly db: Database) {
    super();
  }

  async facility(org: string, facilityId: string): Promise<Place | undefined> {
    const row = await this.db.inOrg(org, ({ manager }) => manager.findOneBy(FacilityRow, { org, id: facilityId }));
    return row ? { zone: row.zone, units: row.units.map(({ id }) => id) } : undefined;
  }
}
