import { type Deadline, type DeadlineFact, evolveDeadline, nextWakeAt, type TendClocks, tendAt } from '#kernel/clocks';
import { type Instant, isRider, type Recorded } from '#kernel/core';

/** A deadline of the story, and where it is. */
interface Known {
  readonly deadline: Deadline;
  readonly org: string;
  readonly stream: string;
  readonly facilityId: string | undefined;
  /** When it was last tended for: it is not tended for that time again. */
  readonly tendedFor?: Instant;
}

/** What the alarm does in a worker, by the clock of a story: it knows what falls due between two steps of it. */
export class ToldAlarm {
  private readonly known = new Map<string, Known>();

  /** Hears of what was recorded. */
  hear(event: Recorded): void {
    if (!isRider(event.type)) return;
    const fact = { type: event.type, data: event.data } as DeadlineFact;
    const id = fact.data.deadlineId;
    const before = this.known.get(id);
    const deadline = evolveDeadline(before?.deadline, fact);
    if (!deadline || nextWakeAt(deadline) === undefined) this.known.delete(id);
    if (deadline && (nextWakeAt(deadline) !== undefined || deadline.state === 'paused'))
      this.known.set(id, {
        ...before,
        deadline,
        org: event.org,
        stream: event.stream,
        facilityId: event.meta.facility,
      });
  }

  /** The first thing that falls due by a time, with the command that tends it. */
  next(until: Instant): { readonly at: Instant; readonly command: TendClocks } | undefined {
    let first: { at: Instant; known: Known } | undefined;
    for (const known of this.known.values()) {
      const at = nextWakeAt(known.deadline);
      if (at !== undefined && at <= until && at !== known.tendedFor && (!first || at < first.at)) first = { at, known };
    }
    if (!first) return undefined;
    const { at, known } = first;
    const { org, stream, facilityId, deadline } = known;
    this.known.set(deadline.id, { ...known, tendedFor: at });
    return { at, command: tendAt({ org, id: deadline.id, stream, facilityId, at }) };
  }
}
