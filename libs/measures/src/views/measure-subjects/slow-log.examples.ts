import type { Instant, Recorded } from '#kernel/core';
import type { MeasuredFact } from './history.examples.js';

export type Told = Recorded<MeasuredFact>;
export type TypeName = MeasuredFact['type'];
export type DataOf<T extends TypeName> = Extract<MeasuredFact, { type: T }>['data'];

/** When something was, and when it was entered. */
export interface Step {
  readonly at: Instant;
  readonly recordedAt: Instant;
}

const inTime = (a: Step, b: Step): number =>
  Date.parse(a.at) - Date.parse(b.at) || Date.parse(a.recordedAt) - Date.parse(b.recordedAt);

/** The first of some steps, by when they were. */
export const earliest = (steps: readonly (Step | undefined)[]): Step | undefined =>
  steps.filter((step): step is Step => step !== undefined).sort(inTime)[0];

/** What is yes until it is no, and no until it is yes again: the first yes of those that stand. */
export const standing = <E>(all: readonly E[], isYes: (one: E) => boolean): E | undefined =>
  all[all.map(isYes).lastIndexOf(false) + 1];

/** The raw list of events, looked through again and again. */
export class SlowLog {
  constructor(readonly all: readonly Told[]) {}

  /** The events of a type in the streams of these ids, in their order. */
  of<T extends TypeName>(type: T, ids: readonly string[]): Recorded<Extract<MeasuredFact, { type: T }>>[] {
    const found = this.all.filter((event) => event.type === type && ids.includes(event.stream.slice(-36)));
    return found as Recorded<Extract<MeasuredFact, { type: T }>>[];
  }

  /** The last event of one of these types in a stream. */
  last(id: string, ...types: readonly TypeName[]): Told | undefined {
    return this.all.filter(({ type, stream }) => stream.endsWith(id) && types.includes(type)).at(-1);
  }

  /** The first of some events, by the time that each tells. */
  first<T extends TypeName>(type: T, ids: readonly string[], when: (data: DataOf<T>) => Instant): Step | undefined {
    return earliest(
      this.of(type, ids).map(({ data, recordedAt }) => ({ at: when(data as unknown as DataOf<T>), recordedAt })),
    );
  }

  /** Into which one it is merged, as things stand. */
  into(id: string): string | undefined {
    const { data } = this.last(id, 'SafetyEventMerged', 'SafetyEventUnmerged', 'ConcernMerged') ?? {};
    if (data && 'intoEventId' in data) return data.intoEventId;
    return data && 'intoConcernId' in data ? data.intoConcernId : undefined;
  }

  /** It and everything that ended up in it, without what is void; alone where it went elsewhere itself. */
  group(id: string): readonly string[] {
    if (this.into(id)) return [id];
    const reports = this.all.filter(({ type }) => type === 'SafetyEventReported' || type === 'ConcernSubmitted');
    const others = reports.map(({ stream }) => stream.slice(-36)).filter((one) => one !== id);
    return [id, ...others.filter((one) => !this.isVoid(one) && this.endOf(one) === id)];
  }

  isVoid(id: string): boolean {
    return this.of('SafetyEventVoided', [id]).length > 0;
  }

  private endOf(id: string): string {
    const into = this.into(id);
    return into ? this.endOf(into) : id;
  }
}
