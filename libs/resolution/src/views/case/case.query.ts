import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { Caller, Read } from '#kernel/access';
import type { Instant } from '#kernel/core';
import { Database } from '#kernel/platform';
import { Opener } from '#kernel/privacy';
import { type CaseClock, clocksOf } from '../../case-record/case-deadlines.js';
import { clocksSeen } from '../../case-record/clock-sight.js';
import { kept } from '../../case-record/said.js';
import { labelsOf, type SeenCase, seenCase, type TimelineStep, timelineOf } from '../../case-record/shown-case.js';
import {
  type Contacts,
  contactsOf,
  promisesOf,
  questionsOf,
  type ShownPromise,
  type ShownQuestion,
} from '../../case-record/shown-talks.js';
import { type NextCommand, nextFor } from '../../resolution-case/next.js';
import type { CaseState } from '../../resolution-case/resolution-case.codes.js';
import { isActive } from '../../resolution-case/resolution-case.state.js';
import { billingOf, type CaseBilling, offersOf, type ShownOffer } from './case.money.js';
import { type CasePeople, peopleOf } from './case.people.js';
import { type Privilege, privilegeOf } from './case.privilege.js';
import { type StageStand, stagesOf } from './case.stages.js';

/** Where a case stands, for those who may see how it is worked; each part says what the reader's labels let through. */
export interface CaseStand {
  readonly safetyEventId?: string;
  readonly status: CaseState;
  /** How often it was begun. */
  readonly cycle?: number;
  readonly determination?: string;
  readonly resolution?: string;
  readonly stages: readonly StageStand[];
  readonly clocks: readonly CaseClock[];
  readonly people: CasePeople;
  readonly contacts: Contacts;
  readonly questions: readonly ShownQuestion[];
  readonly promises: readonly ShownPromise[];
  readonly billing: CaseBilling;
  readonly offers: readonly ShownOffer[];
  /** What may happen next: commands that the reader may send and the rules would take now. */
  readonly next: readonly NextCommand[];
}

/** A case as its reader may see it: where it stands, and step by step what was done. */
export interface CasePage {
  readonly id: string;
  readonly revision: number;
  readonly position: number;
  readonly privilege: Privilege;
  readonly stand?: CaseStand;
  readonly timeline: readonly TimelineStep[];
  /** Present where steps that follow could not be read yet. */
  readonly withheld?: true;
}

/**
 * One case with its timeline; nothing where there is none that the caller may see; `withheld` where there is one, and
 * nothing of it could be read yet.
 */
export class ReadCase extends Query<CasePage | 'withheld' | undefined> {
  constructor(
    readonly id: string,
    readonly caller: Caller,
    readonly read: Pick<Read, 'route' | 'requestId'>,
    /** As of when clocks are late, a cover is on, and something may happen. */
    readonly now: Instant,
  ) {
    super();
  }
}

@QueryHandler(ReadCase)
export class ReadCaseHandler implements IQueryHandler<ReadCase> {
  constructor(
    private readonly db: Database,
    private readonly opener: Opener,
  ) {}

  execute(asked: ReadCase): Promise<CasePage | 'withheld' | undefined> {
    const { id, caller, now } = asked;
    const { org, personId, roles } = caller;
    return this.db.inOrg(org, async (tx) => {
      const seen = await seenCase(tx, asked);
      if (seen === undefined || seen === 'withheld') return seen;
      const { row, labels, withheld } = seen;
      const timeline = await timelineOf({ tx, opener: this.opener }, row, labels);
      const working = labels.includes('OPER');
      return {
        id,
        revision: row.revision,
        position: row.position,
        privilege: privilegeOf(labelsOf(row.facts), labels),
        ...(working && {
          stand: {
            ...standOf(seen, timeline, now),
            clocks: clocksSeen(await clocksOf(tx, { org, id, now }), labels),
            next: nextFor({ by: personId, roles, at: now })(seen.standing),
          },
        }),
        timeline,
        ...(withheld && { withheld }),
      };
    });
  }
}

const standOf = (
  seen: SeenCase,
  timeline: readonly TimelineStep[],
  now: Instant,
): Omit<CaseStand, 'clocks' | 'next'> => {
  const { standing } = seen;
  const active = isActive(standing) ? standing : undefined;
  return kept({
    safetyEventId: 'safetyEventId' in standing ? standing.safetyEventId : undefined,
    status: standing.status === 'none' ? 'requested' : standing.status,
    cycle: active?.cycle,
    determination: active?.care.determination,
    resolution: active?.resolution,
    stages: stagesOf(timeline),
    people: peopleOf(seen, timeline, now),
    contacts: contactsOf(timeline),
    questions: questionsOf(timeline),
    promises: promisesOf(timeline),
    billing: billingOf(timeline),
    offers: offersOf(timeline),
  });
};
