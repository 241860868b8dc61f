import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { Caller, Read } from '#kernel/access';
import type { Label } from '#kernel/core';
import { Database } from '#kernel/platform';
import { Opener, type Shown } from '#kernel/privacy';
import { caseAsked, type Told, toldOf } from '../../record/case.reading.js';
import type { CaseRow, RecordedFact } from '../../record/case.row.js';
import { type CasePage, pageOf, withheldLabels } from './case.page.js';

/** A step of a case: what was done, when, by whom, and what it said, field by field as its reader may see it. */
export type TimelineStep = Omit<RecordedFact, 'data' | 'eventId'> & { readonly said?: Shown };

/** A case as its reader may see it: where it stands, and step by step. */
export interface CaseTimeline extends Partial<CasePage> {
  readonly id: string;
  readonly revision: number;
  readonly position: number;
  readonly timeline: readonly TimelineStep[];
  /** Labels that fields of this case have and the reader does not see. */
  readonly withheldLabels: readonly Label[];
  /** Present where steps that follow could not be read yet. */
  readonly withheld?: true;
}

/**
 * One case with its timeline; nothing where there is none that the caller may see; `withheld` where there is one, and
 * nothing of it could be read yet.
 */
export class ReadCase extends Query<CaseTimeline | 'withheld' | undefined> {
  constructor(
    readonly id: string,
    readonly caller: Caller,
    readonly read: Pick<Read, 'route' | 'requestId'>,
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

  execute(asked: ReadCase): Promise<CaseTimeline | 'withheld' | undefined> {
    const { id, caller } = asked;
    return this.db.inOrg(caller.org, async (tx) => {
      const found = await caseAsked(tx, asked);
      if (!found || found === 'withheld') return found;
      const { row, withheld } = found;
      const { labels } = caller.grant;
      const told = await toldOf(this.opener, tx, row, labels);
      const { revision, position, facts } = row;
      return {
        id,
        revision,
        position,
        ...(labels.includes('OPER') && pageOf(facts, told)),
        timeline: timelineOf(row, told, labels),
        withheldLabels: withheldLabels(facts, labels),
        ...(withheld && { withheld }),
      };
    });
  }
}

const timelineOf = ({ facts }: CaseRow, told: readonly Told[], labels: readonly Label[]): readonly TimelineStep[] =>
  facts.map(
    ({ data: _data, eventId: _eventId, meta, ...step }, index): TimelineStep => ({
      ...step,
      meta: labels.includes('OPER') ? meta : {},
      ...(labels.length > 0 && { said: told[index]?.said as Shown }),
    }),
  );
