import type { Instant } from '#kernel/core';
import { SlowCourse, type SlowStep } from './slow-case.examples.js';
import { judge, type SlowCase, type Whose } from './slow-judge.examples.js';
import { type DataOf, earliest, type SlowLog, type Step, standing } from './slow-log.examples.js';
import { slowOutcome } from './slow-outcome.examples.js';
import { CLAIMS, isRetrospective, STAFF } from './slow-sources.examples.js';
import { supportsSlowly } from './slow-support.examples.js';

/** A report with what was corrected of it. */
type Report = DataOf<'SafetyEventReported'> & Step & { readonly zone?: string | undefined };

/** One safety event among all events, with all that was merged into it. */
export class SlowSafetyEvent {
  readonly ids: readonly string[];
  readonly own: Report;
  private readonly whose: Whose;

  constructor(
    readonly log: SlowLog,
    readonly id: string,
    now: Instant,
  ) {
    this.ids = log.group(id);
    this.own = this.report(id);
    this.whose = {
      subject: id,
      people: this.own.harmed === 'staff' ? 'workforce' : 'patients',
      zone: this.own.zone ?? 'UTC',
      now,
      reopened: log.of('SafetyEventReopened', [id]).length > 0,
    };
  }

  cases(): SlowCase[] {
    const elsewhere = this.log.into(this.id) !== undefined && !this.log.isVoid(this.id);
    const activated = elsewhere ? [] : this.caseIds().flatMap((id) => this.ofCase(id));
    return [
      ...this.coverage(),
      ...this.discovery(),
      ...activated,
      ...(elsewhere ? [] : this.support()),
      ...this.leaders(),
    ];
  }

  /** Its class as triage has it, else as it was reported. */
  eventClass() {
    return this.log.of('SafetyEventTriaged', [this.id]).at(-1)?.data.eventClass ?? this.own.eventClass;
  }

  /** Harm as it was rated last. */
  harm() {
    const rated = this.log.last(this.id, 'SafetyEventTriaged', 'HarmSeverityAssessed')?.data;
    if (rated && 'harmSeverity' in rated) return rated.harmSeverity;
    return rated && 'to' in rated && 'basis' in rated ? rated.to : (this.own.harmReported ?? 'unknown');
  }

  isConfirmedHarm(): boolean {
    const confirmed = this.log.of('SafetyEventConfirmed', this.ids).length > 0;
    return confirmed && this.eventClass() === 'incident' && !['no_harm', 'unknown'].includes(this.harm());
  }

  isGone(): boolean {
    return this.log.isVoid(this.id) || this.log.into(this.id) !== undefined;
  }

  /** The reports of all of them, the first one first. */
  reports(): readonly Report[] {
    return this.ids.map((id) => this.report(id)).sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
  }

  private report(id: string): Report {
    const [report] = this.log.of('SafetyEventReported', [id]);
    if (!report) throw new Error('It was never reported');
    const corrections = this.log.of('SafetyEventCorrected', [id]).map(({ data }) => data.new);
    const now = Object.assign({}, ...corrections) as Partial<Report>;
    const { occurredAt: at, recordedAt, meta, data } = report;
    return { ...data, ...now, at, recordedAt, zone: meta.zone };
  }

  private judge(measure: SlowCase['measure'], ...[anchor, done, more = {}]: JudgedHere): SlowCase {
    const nobody = this.own.harmed === 'visitor' || this.own.harmed === 'none';
    const excluded = more.excluded || nobody || this.isGone();
    return judge(measure, this.whose, anchor, done, { ...more, excluded });
  }

  private caseIds(): string[] {
    const own = this.log.all.filter(
      ({ stream, data }) =>
        stream.startsWith('resolution') && 'safetyEventId' in data && this.ids.includes(data.safetyEventId),
    );
    return [...new Set(own.map(({ stream }) => stream.slice(-36)))];
  }

  private activation(caseId: string): Step | undefined {
    return this.log.first('ResponseTeamActivated', [caseId], ({ activatedAt }) => activatedAt);
  }

  private isWithdrawn(caseId: string): boolean {
    return this.log.last(caseId, 'ActivationRequested', 'ActivationWithdrawn')?.type === 'ActivationWithdrawn';
  }

  private coverage(): SlowCase[] {
    const stands = (id: string): Step | undefined => {
      const all = this.log.of('CrpEligibilityDetermined', [id]);
      const of = (patient: string) => all.filter(({ data }) => data.patient === patient);
      const found = all.map(({ data }) => standing(of(data.patient), (one) => one.data.eligible));
      return earliest(found.map((one) => one && { at: one.occurredAt, recordedAt: one.recordedAt }));
    };
    const saysNo = this.log.of('CrpEligibilityDetermined', [this.id]).length > 0 && !stands(this.id);
    const anchor = earliest(this.ids.map(stands));
    if (!anchor || saysNo) return [];
    const activated = earliest(this.caseIds().map((id) => (this.isWithdrawn(id) ? undefined : this.activation(id))));
    const accepted = this.log.of('SafetyEventTransferred', [this.id]).at(-1)?.data.acceptedAt;
    const tooLate = accepted !== undefined && !(activated && Date.parse(activated.at) <= Date.parse(accepted));
    return [this.judge('CRP-01', anchor, [activated], { excluded: this.eventClass() !== 'incident' || tooLate })];
  }

  private discovery(): SlowCase[] {
    if (!this.isConfirmedHarm()) return [];
    const [report] = this.reports() as [Report];
    const [found] = [...this.reports()].sort(
      (a, b) => Date.parse(a.discoveredAt.value) - Date.parse(b.discoveredAt.value),
    ) as [Report];
    const { value, precision } = found.discoveredAt;
    const vague = precision !== 'exact' && precision !== 'minute';
    const excluded = vague || !STAFF.includes(found.source) || isRetrospective(found, value);
    const anchor = { at: value, recordedAt: value };
    return [this.judge('CRP-03', anchor, [report], { excluded, entered: [report] })];
  }

  private ofCase(id: string): SlowCase[] {
    const activated = this.activation(id);
    if (!activated) return [];
    const withdrawn = this.isWithdrawn(id);
    const identified = this.log.first('CandorEventIdentified', this.ids, ({ identifiedAt }) => identifiedAt);
    const talked = this.log.first('InitialDisclosureHeld', [id], ({ heldAt }) => heldAt);
    const held = this.log.first('BillingHoldPlaced', [id], ({ placedAt }) => placedAt);
    const unable = this.log.of('DisclosureExceptionRecorded', [id]).find(({ data }) => data.kind === 'unable');
    const said = this.log.last(id, 'ResponseTeamActivated', 'BillabilityEstablished')?.data;
    const billable = said && 'billable' in said ? said.billable : undefined;
    const anchor = identified ?? activated;
    const [report] = this.reports() as [Report];
    const excluded = withdrawn || !identified || isRetrospective(report, identified.at);
    const talk = { case: id, excluded, exceptionAt: unable?.recordedAt };
    return [
      this.judge('CRP-02', anchor, [activated], { case: id, excluded }),
      this.judge('CRP-05a', anchor, [talked], talk),
      this.judge('CRP-05b', anchor, [talked], talk),
      this.judge('CRP-11', activated, [held], { case: id, excluded: withdrawn || (billable !== 'yes' && !held) }),
      ...slowOutcome(this.log, id, activated, withdrawn, (...judged) => this.judge(...judged)),
      ...this.course(id)
        .judged(activated, talked, { withdrawn, byClaim: CLAIMS.includes(report.source) })
        .map(([measure, start, steps, more]) => this.judge(measure, start, steps, { case: id, ...more })),
    ];
  }

  /** The steps of its cases, each by its count's name, with when it began and how long it took. */
  steps(): readonly SlowStep[] {
    const [report] = this.reports() as [Report];
    return this.caseIds().flatMap((id) => {
      const activated = this.isWithdrawn(id) ? undefined : this.activation(id);
      return activated ? this.course(id).steps(report, activated) : [];
    });
  }

  private course(id: string): SlowCourse {
    return new SlowCourse(this.log, id, this.own.zone ?? 'UTC');
  }

  /** Those who were involved, where there is a case. */
  private support(): SlowCase[] {
    if (!this.caseIds().some((id) => this.activation(id) && !this.isWithdrawn(id))) return [];
    return supportsSlowly(this.log, this.ids).map(({ owed, offered, excluded }) =>
      this.judge('CRP-10', owed, [offered], { excluded }),
    );
  }

  private leaders(): SlowCase[] {
    const serious = this.log.of('SafetyEventConfirmed', this.ids).filter(({ data }) => data.serious);
    const anchor = earliest(
      this.ids.map((id) => {
        const first = serious.find(({ stream }) => stream.endsWith(id));
        return first && { at: first.occurredAt, recordedAt: first.recordedAt };
      }),
    );
    if (!anchor) return [];
    const told = (['board', 'c_suite'] as const).map((group) =>
      earliest(
        this.log
          .of('LeadershipNotified', this.ids)
          .map(({ data, recordedAt }) => (data.group === group ? { at: data.notifiedAt, recordedAt } : undefined)),
      ),
    );
    return [this.judge('GOV-01', anchor, told)];
  }
}

type JudgedHere = readonly [anchor: Step, done: readonly (Step | undefined)[], more?: Parameters<typeof judge>[4]];
