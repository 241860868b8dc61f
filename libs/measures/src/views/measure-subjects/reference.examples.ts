import type { Instant, Recorded } from '#kernel/core';
import type { MeasureId, Status } from '../../measure-snapshot/measure.codes.js';
import type { MeasuredFact } from './history.examples.js';
import { businessEnd, dateOf } from './slow-calendar.examples.js';

/**
 * The measures once more, slowly and in another way: no fold and no state, each measure looks through the raw list of
 * events for itself. Days are stepped through one by one with Intl, holidays are a list of dates.
 */
export interface SlowCase {
  readonly measure: MeasureId;
  readonly subject: string;
  readonly case?: string;
  readonly people: 'patients' | 'workforce';
  readonly month: string;
  readonly status: Status;
  readonly minutes?: number;
  readonly late: boolean;
}

type Told = Recorded<MeasuredFact>;
type TypeName = MeasuredFact['type'];
type DataOf<T extends TypeName> = Extract<MeasuredFact, { type: T }>['data'];

const MINUTE = 60_000;
/** When something was, and when it was entered. */
interface Step {
  readonly at: Instant;
  readonly recordedAt: Instant;
}

interface Judged {
  readonly case?: string;
  readonly excluded?: boolean;
  readonly exceptionAt?: Instant | undefined;
}

const DUE: Readonly<Record<MeasureId, (from: Instant, zone: string) => number | undefined>> = {
  'CRP-01': () => undefined,
  'CRP-02': (from) => Date.parse(from) + 30 * MINUTE,
  'CRP-05a': (from) => Date.parse(from) + 60 * MINUTE,
  'CRP-05b': (from) => Date.parse(from) + 24 * 60 * MINUTE,
  'CRP-11': (from, zone) => businessEnd(from, 1, zone),
  'GOV-01': (from, zone) => businessEnd(from, 3, zone),
};

const inTime = (a: Step, b: Step): number =>
  Date.parse(a.at) - Date.parse(b.at) || Date.parse(a.recordedAt) - Date.parse(b.recordedAt);

/** Every case of every measure among these events, as of a time. */
export const slowly = (events: readonly Told[], now: Instant): SlowCase[] =>
  events
    .filter(({ type }) => type === 'SafetyEventReported')
    .flatMap(({ stream }) => new Subject(events, stream.slice(-36), now).cases());

/** One safety event among all events. */
class Subject {
  private readonly report: DataOf<'SafetyEventReported'>;
  private readonly zone: string;

  constructor(
    private readonly all: readonly Told[],
    private readonly id: string,
    private readonly now: Instant,
  ) {
    const [report] = this.of('SafetyEventReported');
    if (!report) throw new Error('It was never reported');
    this.report = report.data;
    this.zone = report.meta.zone ?? 'UTC';
  }

  cases(): SlowCase[] {
    return [...this.coverage(), ...this.caseIds().flatMap((id) => this.ofCase(id)), ...this.leaders()];
  }

  private of<T extends TypeName>(type: T, stream = `safety-event-${this.id}`) {
    const found = this.all.filter((event) => event.type === type && event.stream === stream);
    return found as Recorded<Extract<MeasuredFact, { type: T }>>[];
  }

  /** The first of some events, by the time that each tells. */
  private first<T extends TypeName>(type: T, when: (data: DataOf<T>) => Instant, stream?: string): Step | undefined {
    const steps = this.of(type, stream).map(({ data, recordedAt }) => ({
      at: when(data as unknown as DataOf<T>),
      recordedAt,
    }));
    return steps.sort(inTime)[0];
  }

  private caseIds(): string[] {
    const own = this.all.filter(({ data }) => 'safetyEventId' in data && data.safetyEventId === this.id);
    return [...new Set(own.map(({ stream }) => stream.slice(-36)))];
  }

  private activation(caseId: string): Step | undefined {
    return this.first('ResponseTeamActivated', ({ activatedAt }) => activatedAt, `resolution-case-${caseId}`);
  }

  private isWithdrawn(caseId: string): boolean {
    const asked = this.all.filter(({ type, stream }) => stream.endsWith(caseId) && type.startsWith('Activation'));
    return asked.at(-1)?.type === 'ActivationWithdrawn';
  }

  private coverage(): SlowCase[] {
    const determinations = this.of('CrpEligibilityDetermined');
    const lastNo = determinations.map(({ data }) => data.eligible).lastIndexOf(false);
    const stands = determinations[lastNo + 1];
    if (!stands) return [];
    const classes = [this.report.eventClass, ...this.of('SafetyEventTriaged').map(({ data }) => data.eventClass)];
    const activations = this.caseIds()
      .flatMap((id) => (this.isWithdrawn(id) ? [] : [this.activation(id) ?? []]))
      .flat();
    const anchor = { at: stands.occurredAt, recordedAt: stands.recordedAt };
    return [this.judge('CRP-01', anchor, [activations.sort(inTime)[0]], { excluded: classes.at(-1) !== 'incident' })];
  }

  private ofCase(id: string): SlowCase[] {
    const stream = `resolution-case-${id}`;
    const activated = this.activation(id);
    if (!activated) return [];
    const withdrawn = this.isWithdrawn(id);
    const identified = this.first('CandorEventIdentified', ({ identifiedAt }) => identifiedAt);
    const talked = this.first('InitialDisclosureHeld', ({ heldAt }) => heldAt, stream);
    const held = this.first('BillingHoldPlaced', ({ placedAt }) => placedAt, stream);
    const unable = this.of('DisclosureExceptionRecorded', stream).find(({ data }) => data.kind === 'unable');
    const said = [...this.of('ResponseTeamActivated', stream), ...this.of('BillabilityEstablished', stream)];
    const [last] = said.sort((a, b) => b.position - a.position);
    const anchor = identified ?? activated;
    const excluded = withdrawn || !identified || this.isRetrospective(identified.at);
    const talk = { case: id, excluded, exceptionAt: unable?.recordedAt };
    return [
      this.judge('CRP-02', anchor, [activated], { case: id, excluded }),
      this.judge('CRP-05a', anchor, [talked], talk),
      this.judge('CRP-05b', anchor, [talked], talk),
      this.judge('CRP-11', activated, [held], {
        case: id,
        excluded: withdrawn || (last?.data.billable !== 'yes' && !held),
      }),
    ];
  }

  private leaders(): SlowCase[] {
    const serious = this.of('SafetyEventConfirmed').find(({ data }) => data.serious);
    if (!serious) return [];
    const told = (['board', 'c_suite'] as const).map((group) => {
      const steps = this.of('LeadershipNotified').filter(({ data }) => data.group === group);
      return steps.map(({ data, recordedAt }) => ({ at: data.notifiedAt, recordedAt })).sort(inTime)[0];
    });
    return [this.judge('GOV-01', { at: serious.occurredAt, recordedAt: serious.recordedAt }, told)];
  }

  private isRetrospective(identifiedAt: Instant): boolean {
    const { source, eventAt } = this.report;
    const days = (Date.parse(identifiedAt) - Date.parse(eventAt.value)) / (24 * 60 * MINUTE);
    if (source === 'claim_notice' || source === 'attorney_letter') return true;
    return (source === 'chart_trigger' || source === 'mortality_review') && days > 30;
  }

  private judge(measure: MeasureId, anchor: Step, done: readonly (Step | undefined)[], more: Judged = {}): SlowCase {
    const steps = done.filter((step): step is Step => step !== undefined);
    const complete = steps.length === done.length;
    const doneAt = complete ? Math.max(...steps.map(({ at }) => Date.parse(at))) : undefined;
    const hours = measure === 'CRP-02' || measure === 'CRP-05a' ? 4 : 24;
    const isLate = ({ at, recordedAt }: Step) => Date.parse(recordedAt) - Date.parse(at) > hours * 60 * MINUTE;
    return {
      measure,
      subject: this.id,
      ...(more.case && { case: more.case }),
      people: this.report.harmed === 'staff' ? 'workforce' : 'patients',
      month: dateOf(anchor.at, this.zone).slice(0, 7),
      status: this.status(DUE[measure](anchor.at, this.zone), doneAt, more),
      ...(doneAt !== undefined && { minutes: Math.max(0, doneAt - Date.parse(anchor.at)) / MINUTE }),
      late: [anchor, ...(complete ? steps : [])].some(isLate),
    };
  }

  private status(due: number | undefined, doneAt: number | undefined, { excluded, exceptionAt }: Judged): Status {
    const { harmed } = this.report;
    const voided = this.of('SafetyEventVoided').length > 0;
    if (excluded || voided || harmed === 'visitor' || harmed === 'none') return 'excluded';
    if (doneAt !== undefined && doneAt <= (due ?? doneAt)) return 'met';
    if (exceptionAt && due !== undefined && Date.parse(exceptionAt) <= due) return 'exception';
    return due !== undefined && Date.parse(this.now) <= due ? 'notMatured' : 'failed';
  }
}
