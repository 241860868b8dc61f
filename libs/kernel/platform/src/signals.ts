import { type Channel, channel } from 'node:diagnostics_channel';
import type { Recorded } from '#kernel/core';

/** What this process tells of its own work, for whoever counts and traces. Costs next to nothing while nobody listens. */
export class Signal<T extends object> {
  private readonly channel: Channel;

  constructor(name: string) {
    this.channel = channel(`forthright:${name}`);
  }

  tell(told: T): void {
    if (this.channel.hasSubscribers) this.channel.publish(told);
  }

  /** Listens, until the function that it answers is called. */
  hear(listener: (told: T) => void): () => void {
    const heard = (told: unknown) => listener(told as T);
    this.channel.subscribe(heard);
    return () => {
      this.channel.unsubscribe(heard);
    };
  }
}

/** A request was answered. `route` is the pattern, never the path. */
export interface Answered {
  readonly method: string;
  readonly route: string;
  readonly status: number;
  readonly seconds: number;
}

/** A batch of appends came back from the ledger, stored or not. */
export interface BatchSent {
  readonly ledger: number;
  readonly commands: number;
  readonly events: number;
  readonly seconds: number;
  readonly stored: boolean;
}

/** A reader's transaction was committed. `events` are those of the batch that are on its diet. */
export interface StepTaken {
  readonly reader: string;
  readonly version: number;
  readonly ledger: number;
  readonly events: readonly Recorded[];
  readonly seconds: number;
}

export const answered = new Signal<Answered>('answered');
export const batchSent = new Signal<BatchSent>('batch-sent');
export const stepTaken = new Signal<StepTaken>('step-taken');

/** Seconds since a reading of `performance.now()`. */
export const secondsSince = (began: number): number => (performance.now() - began) / 1000;
