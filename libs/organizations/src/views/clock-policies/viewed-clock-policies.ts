import { Injectable } from '@nestjs/common';
import { ClockPolicies, type ClockPolicy, DEFAULT_CALENDAR } from '#kernel/clocks';
import { Places } from '#kernel/core';
import { Database } from '#kernel/platform';
import { ClockPolicyRow } from './clock-policies.row.js';
import { wholeDefinitions } from './own-definitions.js';

/** Milliseconds. Definitions change rarely, and clocks are tended at every step of every record. */
const FRESH_FOR = 5_000;
const AT_MOST = 10_000;

/** Answers {@link ClockPolicies} from the views, and remembers what it found there for five seconds at most. */
@Injectable()
export class ViewedClockPolicies extends ClockPolicies {
  private readonly kept = new Map<string, { readonly since: number; readonly policy: ClockPolicy }>();

  constructor(
    private readonly db: Database,
    private readonly places: Places,
  ) {
    super();
  }

  async policyOf(org: string, facilityId: string | undefined): Promise<ClockPolicy> {
    const key = `${org}/${facilityId}`;
    const kept = this.kept.get(key);
    if (kept && performance.now() - kept.since < FRESH_FOR) return kept.policy;
    const policy = await this.ask(org, facilityId);
    if (this.kept.size >= AT_MOST) this.kept.clear();
    this.kept.set(key, { since: performance.now(), policy });
    return policy;
  }

  private async ask(org: string, facilityId: string | undefined): Promise<ClockPolicy> {
    const row = await this.db.inOrg(org, ({ manager }) => manager.findOneBy(ClockPolicyRow, { org, id: org }));
    const place = facilityId === undefined ? undefined : await this.places.facility(org, facilityId);
    return {
      own: wholeDefinitions(row?.definitions ?? []),
      calendar: place?.calendar ?? DEFAULT_CALENDAR,
      packs: (row?.packs ?? []).filter((pack) => pack.facilityId === undefined || pack.facilityId === facilityId),
    };
  }
}
