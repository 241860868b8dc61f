import { type Decider, type DomainCommand, type Instant, refuse } from '#kernel/core';
import type { MeasureSnapshotFact } from './measure-snapshot.events.js';

type Taken = MeasureSnapshotFact['data'];

export type TakeMeasureSnapshot = DomainCommand<
  'TakeMeasureSnapshot',
  Omit<Taken, 'provisional' | 'takenBy'> & {
    /** When the last of its periods is over everywhere. */
    readonly endsAt: Instant;
    /** Publish it as provisional, if that is what it is. */
    readonly provisional: boolean;
    readonly by: string;
  }
>;

type MeasureSnapshot = { readonly status: 'none' } | { readonly status: 'taken' };

/** Only a period that is over and in which every case is matured is published as final (domain.md 2.2, rule 2). */
const decide = (
  { data: { endsAt, provisional, by, ...data } }: TakeMeasureSnapshot,
  { status }: MeasureSnapshot,
): readonly MeasureSnapshotFact[] => {
  if (status === 'taken')
    return refuse('measure-snapshot/already-taken', 'A snapshot never changes: take another one.');
  const goesOn = data.asOf < endsAt || data.figures.some(({ notMatured }) => notMatured > 0);
  if (goesOn && !provisional)
    return refuse(
      'measure-snapshot/provisional',
      'Not every case of these periods is matured: wait, or publish it as provisional.',
      'provisional',
    );
  return [{ type: 'MeasureSnapshotTaken', data: { ...data, provisional: goesOn, takenBy: by } }];
};

export const measureSnapshotDecider: Decider<MeasureSnapshot, TakeMeasureSnapshot, MeasureSnapshotFact> = {
  category: 'measure-snapshot',
  initialState: { status: 'none' },
  decide,
  evolve: () => ({ status: 'taken' }),
};
