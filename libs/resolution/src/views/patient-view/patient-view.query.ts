import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { Caller, Read } from '#kernel/access';
import type { Instant } from '#kernel/core';
import type { Language } from '#kernel/gate';
import { Database } from '#kernel/platform';
import { Opener } from '#kernel/privacy';
import { withheldStreams } from '#kernel/readers';
import { factsStreamOf, streamOf } from '../../case-record/case-deadlines.js';
import { seenCase } from '../../case-record/shown-case.js';
import { toldOf } from '../../where-we-are-now/opened-told.js';
import { type WhereWeAreNow, whereWeAreNowOf } from '../../where-we-are-now/where-we-are-now.js';
import { whereWeAreNow } from '../../where-we-are-now/where-we-are-now.projection.js';

/** What the patient of a case sees of it, for somebody here who has to know. */
export interface PatientView extends WhereWeAreNow {
  readonly id: string;
  /** Present where what follows could not be read yet. */
  readonly withheld?: true;
}

/** The case as its patient sees it; nothing where there is none that the caller may see. */
export class PreviewPatientView extends Query<PatientView | 'withheld' | undefined> {
  constructor(
    readonly id: string,
    readonly caller: Caller,
    readonly read: Pick<Read, 'route' | 'requestId'>,
    readonly now: Instant,
    /** The patient's, if left out. */
    readonly language?: Language,
  ) {
    super();
  }
}

@QueryHandler(PreviewPatientView)
export class PreviewPatientViewHandler implements IQueryHandler<PreviewPatientView> {
  constructor(
    private readonly db: Database,
    private readonly opener: Opener,
  ) {}

  execute(asked: PreviewPatientView): Promise<PatientView | 'withheld' | undefined> {
    const { id, caller, now, language } = asked;
    const { org } = caller;
    return this.db.inOrg(org, async (tx) => {
      const seen = await seenCase(tx, { ...asked, beside: [factsStreamOf(id)] });
      if (seen === undefined || seen === 'withheld') return seen;
      const told = await toldOf({ tx, opener: this.opener }, { org, id, labels: seen.labels });
      const behind = await withheldStreams(tx, whereWeAreNow, org);
      const withheld = behind.has(streamOf(id)) || behind.has(factsStreamOf(id));
      return { id, ...whereWeAreNowOf(told, now, language), ...(withheld && { withheld }) };
    });
  }
}
