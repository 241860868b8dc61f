import { type Deadline, type DeadlineFact, evolveDeadline, nextWakeAt, type TendClocks, tendAt } from '#kernel/clocks';
import { type Instant, isRider, type Recorded } from '#kernel/core';

/** A running deadline of the story, and where it is. */
interface Running {
  readonly deadline: Deadline;
  readonly org: string;
  readonly stream: string;
  readonly facilityId: string | undefined;
}

/** Something that falls due, with the command that tends it. */
interface Due {
  readonly at: Instant;
  readonly command: TendClocks;
}

/** What the alarm does in a worker, by the clock of a story: it knows what is missed between two steps of it. */
export class ToldAlarm {
  private readonly deadlines = new Map<string, Deadline>();
  private readonly running = new Map<string, Running>();

  /** Hears of what was recorded. */
  hear({ type, data, org, stream, meta }: Recorded): void {
    if (!isRider(type)) return;
    const fact = { type, data } as DeadlineFact;
    const { deadlineId } = fact.data;
    const deadline = evolveDeadline(this.deadlines.get(deadlineId), fact);
    if (!deadline) return;
    this.deadlines.set(deadlineId, deadline);
    if (deadline.state === 'running')
      this.running.set(deadlineId, { deadline, org, stream, facilityId: meta.facility });
    else this.running.delete(deadlineId);
  }

  /** The first deadline that is missed by a time. Nobody is reminded in a story, which would only make it longer. */
  missed(until: Instant): Due | undefined {
    let first: Running | undefined;
    for (const one of this.running.values())
      if (one.deadline.dueAt < until && (!first || one.deadline.dueAt < first.deadline.dueAt)) first = one;
    return first && this.due(first, new Date(Date.parse(first.deadline.dueAt) + 1).toISOString());
  }

  /** What still runs and has something to be said of it by a time: at the end of the story. */
  waiting(until: Instant): readonly Due[] {
    return [...this.running.values()].flatMap((one) => {
      const at = nextWakeAt(one.deadline);
      return at !== undefined && at <= until ? [this.due(one, at)] : [];
    });
  }

  private due({ deadline: { id }, org, stream, facilityId }: Running, at: Instant): Due {
    this.running.delete(id); // until it is heard of again
    return { at, command: tendAt({ org, id, stream, facilityId, at }) };
  }
}
