import type { Instant, Secret } from '#kernel/core';
import type { CaseFact, ResolutionCaseFact } from '../resolution-case/resolution-case.events.js';

/** Words that were forgotten. */
export interface Erased {
  readonly erased: true;
}

type OpenedValue<V> = V extends Secret<infer T> ? T | Erased : V;

/** What a fact says to a reader: every field may be one that they do not see, and every word may be forgotten. */
export type Opened<T extends ResolutionCaseFact['type']> = {
  readonly [K in keyof CaseFact<T>['data']]?: OpenedValue<Exclude<CaseFact<T>['data'][K], undefined>>;
};

/** A step of one type, with what it says to its reader. */
export interface SaidStep<T extends ResolutionCaseFact['type']> {
  readonly type: T;
  readonly occurredAt: Instant;
  readonly said: Opened<T>;
}

/** A step that says something, or nothing, to its reader. */
export interface Says {
  readonly type: ResolutionCaseFact['type'];
  readonly occurredAt: Instant;
  readonly said?: Readonly<Record<string, unknown>>;
}

/** The steps of these types, in order. */
export const saidOf = <T extends ResolutionCaseFact['type']>(
  timeline: readonly Says[],
  ...types: readonly T[]
): readonly SaidStep<T>[] =>
  timeline
    .filter(({ type }) => types.some((one) => one === type))
    .map(({ type, occurredAt, said = {} }) => ({ type: type as T, occurredAt, said: said as Opened<T> }));

/** Without what is not there. */
export const kept = <T extends object>(value: T): { readonly [K in keyof T]: T[K] } =>
  Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined)) as T;
