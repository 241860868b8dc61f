import type { Instant } from '#kernel/core';
import { judge, type SlowCase, type Whose } from './slow-judge.examples.js';
import { earliest, type SlowLog, type Step, standing } from './slow-log.examples.js';

/** One concern among all events. */
export class SlowConcern {
  private readonly ids: readonly string[];

  constructor(
    private readonly log: SlowLog,
    readonly id: string,
    private readonly now: Instant,
  ) {
    this.ids = log.group(id);
  }

  cases(): SlowCase[] {
    const [own] = this.submissions([this.id]);
    const all = this.submissions(this.ids);
    const whose: Whose = {
      subject: this.id,
      people: 'patients',
      zone: own?.meta.zone ?? 'UTC',
      now: this.now,
      reopened: this.log.of('ConcernReopened', [this.id]).length > 0,
    };
    const excluded = this.isGone() || !all.some(({ data }) => data.reachable);
    const submitted = earliest(all.map(({ occurredAt: at, recordedAt }) => ({ at, recordedAt }))) as Step;
    const received = earliest(all.map(({ data, recordedAt }) => ({ at: data.receivedAt, recordedAt }))) as Step;
    const acknowledged = judge('PC-01', whose, submitted, [this.acknowledged()], { excluded });
    if (!this.isGrievance()) return [acknowledged];
    const exceptionAt = this.delayedAt();
    return [acknowledged, judge('PC-02', whose, received, [this.answered()], { excluded, exceptionAt })];
  }

  /** Nobody takes it for a concern of its own. */
  isGone(): boolean {
    const flood = this.submissions([this.id]).some(({ data }) => data.quarantine);
    const cleared = this.log.of('ConcernCleared', [this.id]).length > 0;
    const spam = this.log.last(this.id, 'ConcernMarkedSpam', 'ConcernCleared')?.type === 'ConcernMarkedSpam';
    return spam || (flood && !cleared) || this.log.into(this.id) !== undefined;
  }

  isGrievance(): boolean {
    return this.ids.some((id) => standing(this.log.of('ConcernClassified', [id]), ({ data }) => data.grievance));
  }

  private submissions(ids: readonly string[]) {
    return this.log.of('ConcernSubmitted', ids);
  }

  private acknowledged(): Step | undefined {
    const human = this.log.of('ConcernAcknowledged', this.ids).filter(({ data }) => data.human);
    return earliest(human.map(({ data, recordedAt }) => ({ at: data.acknowledgedAt, recordedAt })));
  }

  private answered(): Step | undefined {
    const written = this.log.of('ConcernResponded', this.ids).filter(({ data }) => data.written);
    return earliest(written.map(({ data, recordedAt }) => ({ at: data.respondedAt, recordedAt })));
  }

  private delayedAt(): Instant | undefined {
    const notices = this.log.of('DelayNoticeSent', this.ids);
    return notices.find(({ data }) => data.channel !== 'phone' && data.channel !== 'in_person')?.recordedAt;
  }
}
