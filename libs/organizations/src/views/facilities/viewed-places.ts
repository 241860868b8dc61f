import { Injectable } from '@nestjs/common';
import { type Place, Places } from '#kernel/core';
import { Database } from '#kernel/platform';
import { FacilityRow } from './facilities.row.js';

/** Milliseconds. Facilities open rarely and never move: a report need not ask for its own each time. */
const FRESH_FOR = 5_000;
const AT_MOST = 10_000;

/** Answers {@link Places} from the facilities view, and remembers what it found there for five seconds at most. */
@Injectable()
export class ViewedPlaces extends Places {
  private readonly kept = new Map<string, { readonly since: number; readonly place: Place }>();

  constructor(private readonly db: Database) {
    super();
  }

  async facility(org: string, facilityId: string, unitId?: string): Promise<Place | undefined> {
    const key = `${org}/${facilityId}`;
    const kept = this.kept.get(key);
    const fresh = kept && performance.now() - kept.since < FRESH_FOR;
    if (fresh && (unitId === undefined || kept.place.units.includes(unitId))) return kept.place;
    const place = await this.ask(org, facilityId);
    if (place) this.keep(key, place);
    return place;
  }

  private async ask(org: string, facilityId: string): Promise<Place | undefined> {
    const row = await this.db.inOrg(org, ({ manager }) => manager.findOneBy(FacilityRow, { org, id: facilityId }));
    if (!row) return undefined;
    return { zone: row.zone, units: row.units.map(({ id }) => id), calendar: row.holidayCalendar };
  }

  private keep(key: string, place: Place): void {
    const [oldest] = this.kept.keys();
    if (this.kept.size >= AT_MOST && oldest !== undefined) this.kept.delete(oldest);
    this.kept.delete(key);
    this.kept.set(key, { since: performance.now(), place });
  }
}
