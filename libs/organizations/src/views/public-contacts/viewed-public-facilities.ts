import { Injectable } from '@nestjs/common';
import { PublicFacilities, type PublicFacility } from '#kernel/gate';
import { Database } from '#kernel/platform';
import { publicFacilities } from './public-facilities.sql.js';

/** Milliseconds. Anybody may ask, so often that the store had better be asked seldom. */
const FRESH_FOR = 2_000;

/** Answers {@link PublicFacilities} from the view, and remembers what it found for two seconds at most. */
@Injectable()
export class ViewedPublicFacilities extends PublicFacilities {
  private kept?: { readonly since: number; readonly facilities: Promise<readonly PublicFacility[]> };

  constructor(private readonly db: Database) {
    super();
  }

  all(): Promise<readonly PublicFacility[]> {
    if (this.kept && performance.now() - this.kept.since < FRESH_FOR) return this.kept.facilities;
    const kept = { since: performance.now(), facilities: this.db.call<PublicFacility>({ text: publicFacilities }) };
    kept.facilities.catch(() => {
      if (this.kept === kept) delete this.kept;
    });
    this.kept = kept;
    return kept.facilities;
  }
}
