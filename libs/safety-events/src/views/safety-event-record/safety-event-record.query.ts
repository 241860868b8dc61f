import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { auditRead, type Caller, type Read } from '#kernel/access';
import type { EventType, Label } from '#kernel/core';
import { Database } from '#kernel/platform';
import { disclose, Opener, type Shown } from '#kernel/privacy';
import { withheldStreams } from '#kernel/readers';
import { safetyEventCatalogue } from '../../safety-event/safety-event.events.js';
import { safetyEventRecord } from './safety-event-record.projection.js';
import { type RecordedFact, SafetyEventRecordRow } from './safety-event-record.row.js';

/** A step in the history of a safety event: what was done, when, and by whom. */
export type HistoryStep = Omit<RecordedFact, 'data' | 'eventId'>;

/** A safety event as its reader may see it: what each step said, then the steps in order. */
export interface SafetyEventRecord {
  readonly id: string;
  readonly revision: number;
  readonly position: number;
  readonly status?: string;
  readonly report?: Shown;
  readonly triage?: Shown;
  readonly confirmation?: Shown;
  readonly closure?: Shown;
  readonly voiding?: Shown;
  readonly identification?: Shown;
  /** The last determination of eligibility; earlier ones are in the history. */
  readonly eligibility?: Shown;
  readonly leadershipNotices?: readonly Shown[];
  readonly cases?: readonly Shown[];
  /** Present where steps that follow could not be read yet. */
  readonly withheld?: true;
  readonly history: readonly HistoryStep[];
}

/**
 * One safety event with its history; nothing where there is none that the caller may see; `withheld` where there is one,
 * and nothing of it could be read yet.
 */
export class ReadSafetyEvent extends Query<SafetyEventRecord | 'withheld' | undefined> {
  constructor(
    readonly id: string,
    readonly caller: Caller,
    readonly read: Pick<Read, 'route' | 'requestId'>,
  ) {
    super();
  }
}

const SHAPES: ReadonlyMap<string, EventType> = new Map(safetyEventCatalogue.map((shape) => [shape.type, shape]));

interface StepShown {
  /** Under which name the record shows what the fact said. */
  readonly section: keyof SafetyEventRecord;
  /** The status that the fact brought. */
  readonly status?: string;
  /** Facts of this section stand side by side; otherwise the last one stands. */
  readonly many?: true;
}

const STEPS: Partial<Record<RecordedFact['type'], StepShown>> = {
  SafetyEventReported: { section: 'report', status: 'reported' },
  SafetyEventTriaged: { section: 'triage', status: 'triaged' },
  SafetyEventConfirmed: { section: 'confirmation', status: 'confirmed' },
  SafetyEventClosed: { section: 'closure', status: 'closed' },
  SafetyEventVoided: { section: 'voiding', status: 'voided' },
  CandorEventIdentified: { section: 'identification' },
  CrpEligibilityDetermined: { section: 'eligibility' },
  LeadershipNotified: { section: 'leadershipNotices', many: true },
  CaseLinked: { section: 'cases', many: true },
  CaseDisclosureNoted: { section: 'cases', many: true },
  CaseEndNoted: { section: 'cases', many: true },
};

@QueryHandler(ReadSafetyEvent)
export class ReadSafetyEventHandler implements IQueryHandler<ReadSafetyEvent> {
  constructor(
    private readonly db: Database,
    private readonly opener: Opener,
  ) {}

  execute({ id, caller, read }: ReadSafetyEvent): Promise<SafetyEventRecord | 'withheld' | undefined> {
    const { org, grant, personId } = caller;
    const stream = `safety-event-${id}`;
    return this.db.inOrg(org, async (tx) => {
      const row = await tx.manager.findOneBy(SafetyEventRecordRow, { org, id });
      const visible = row && (grant.scope === 'all' || row.reporter === personId);
      await auditRead(tx, caller, { ...read, streams: [stream], result: visible ? 'shown' : 'absent' });
      const withheld = (await withheldStreams(tx, safetyEventRecord, org)).has(stream);
      // Whose it is is not known: a reporter is told the same as of an event that there never was.
      if (!visible) return withheld && grant.scope === 'all' ? 'withheld' : undefined;
      const facts = row.facts.map((fact) => saidBy(fact, labelsOf(fact, caller)));
      const said = await disclose(this.opener, tx, { org, stream }, facts);
      return { ...recordOf(row, said, grant.labels), ...(withheld && { withheld }) };
    });
  }
}

/** Who may read only what is their own reads their own words in it, and the codes of the answers (domain.md 7.8). */
const labelsOf = ({ actor }: RecordedFact, { grant, personId }: Caller): readonly Label[] =>
  grant.scope === 'all' || actor.id === personId ? grant.labels : grant.labels.filter((label) => label === 'OPER');

const saidBy = ({ type, eventId, data }: RecordedFact, labels: readonly Label[]) => {
  const shape = SHAPES.get(type);
  if (!shape) throw new Error(`A safety event holds no ${type}`);
  return { shape, eventId, labels, data: data as Readonly<Record<string, unknown>> };
};

const recordOf = (
  { id, revision, position, facts }: SafetyEventRecordRow,
  said: readonly Shown[],
  labels: readonly Label[],
) => {
  const status = facts.map(({ type }) => STEPS[type]?.status).findLast((one) => one !== undefined);
  return {
    id,
    revision,
    position,
    ...(labels.includes('OPER') && status && { status }),
    ...(labels.length > 0 && sectionsOf(facts, said)),
    history: facts.map((fact) => stepOf(fact, labels)),
  };
};

const sectionsOf = (facts: readonly RecordedFact[], said: readonly Shown[]) => {
  const sections: Record<string, Shown | Shown[]> = {};
  for (const [index, { type }] of facts.entries()) {
    const { section, many } = STEPS[type] as StepShown;
    const shown = said[index] as Shown;
    sections[section] = many ? [...((sections[section] as Shown[] | undefined) ?? []), shown] : shown;
  }
  return sections;
};

/** Labels hold for the envelope too: who reported is a matter of IDENT, the codes beside the data of OPER. */
const stepOf = (
  { data: _data, eventId: _eventId, actor, meta, ...fact }: RecordedFact,
  labels: readonly Label[],
): HistoryStep => ({
  ...fact,
  actor:
    fact.type === 'SafetyEventReported' && !labels.includes('IDENT') ? { kind: actor.kind, role: actor.role } : actor,
  meta: labels.includes('OPER') ? meta : {},
});
