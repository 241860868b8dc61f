import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { auditCodeRead } from '#kernel/access';
import type { EventType, Instant, Label } from '#kernel/core';
import { Database } from '#kernel/platform';
import { disclose, Opener, type Shown } from '#kernel/privacy';
import { safetyEventCatalogue } from '../safety-event/safety-event.events.js';
import { isReporters, statusOf } from '../views/safety-event-record/record.steps.js';
import { type RecordedFact, SafetyEventRecordRow } from '../views/safety-event-record/safety-event-record.row.js';

/** What the holder of a code is told of a report. */
export interface ReportStatus {
  readonly status: string;
  /** Questions, answers and feedback, in order. */
  readonly said: readonly { readonly type: RecordedFact['type']; readonly at: Instant; readonly words: Shown }[];
}

/** What may be told of a report by its code; nothing where the code is not one of this report. */
export class ReadReportStatus extends Query<ReportStatus | undefined> {
  constructor(
    readonly org: string,
    readonly id: string,
    /** The keyed hash of the code. */
    readonly codeHash: string,
  ) {
    super();
  }
}

/** What is between the office and whoever reported; the labels of its fields are theirs to see. */
const TOLD: readonly RecordedFact['type'][] = ['ReporterMessageExchanged', 'ReporterFeedbackGiven', 'AddendumWritten'];
const LABELS: readonly Label[] = ['OPER', 'PHI'];
const SHAPES: ReadonlyMap<string, EventType> = new Map(safetyEventCatalogue.map((shape) => [shape.type, shape]));

@QueryHandler(ReadReportStatus)
export class ReadReportStatusHandler implements IQueryHandler<ReadReportStatus> {
  constructor(
    private readonly db: Database,
    private readonly opener: Opener,
  ) {}

  execute({ org, id, codeHash }: ReadReportStatus): Promise<ReportStatus | undefined> {
    const stream = `safety-event-${id}`;
    return this.db.inOrg(org, async (tx) => {
      const row = await tx.manager.findOneBy(SafetyEventRecordRow, { org, id });
      const own = row?.facts.some((fact) => hashIn(fact) === codeHash);
      await auditCodeRead(tx, {
        org,
        actor: { kind: 'anonymous', role: 'reporter' },
        route: 'POST /v1/public/safety-events/status',
        streams: [stream],
        labels: own ? LABELS : [],
        result: own ? 'shown' : 'absent',
      });
      if (!row || !own) return undefined;
      const facts = row.facts.filter((fact) => TOLD.includes(fact.type) && !isStaffsOwn(fact));
      const words = await disclose(
        this.opener,
        tx,
        { org, stream },
        facts.map(({ type, eventId, data }) => ({
          shape: SHAPES.get(type) as EventType,
          eventId,
          labels: LABELS,
          data: data as Readonly<Record<string, unknown>>,
        })),
      );
      const said = facts.map(({ type, occurredAt }, index) => ({ type, at: occurredAt, words: words[index] as Shown }));
      return { status: statusOf(row.facts) ?? 'reported', said };
    });
  }
}

/** The hash of the code that a fact gave out. */
const hashIn = ({ type, data }: RecordedFact): unknown =>
  type === 'ReportReceiptIssued' ? (data as { codeHash?: string }).codeHash : undefined;

/** What staff wrote down beside the report is not told to whoever reported. */
const isStaffsOwn = (fact: RecordedFact): boolean => fact.type === 'AddendumWritten' && !isReporters(fact);
