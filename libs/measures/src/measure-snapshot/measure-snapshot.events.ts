import {
  code,
  coded,
  decimal,
  type EventOf,
  eventType,
  flag,
  group,
  instant,
  list,
  maybe,
  open,
  uuid,
  whole,
} from '#kernel/core';
import { BREAKDOWNS, MEASURES, PEOPLE, PERIOD_KINDS } from './measure.codes.js';

const count = () => whole(0, Number.MAX_SAFE_INTEGER);

/** Version 1 knew no reopening, and no mean. */
const fuller = (figure: { readonly timed?: number }) => ({ ...figure, reopened: 0, done: figure.timed });

/**
 * A published figure (domain.md 2.2, rule 10): the measure, the version of its definition, and the position and time as
 * of which it was counted. It never changes (INV-30); counting anew makes another one.
 */
export const measureSnapshotTaken = eventType(
  'MeasureSnapshotTaken',
  2,
  {
    measure: open('OPER', code(MEASURES)),
    definitionVersion: open('OPER', whole(1, 1000)),
    asOfPosition: open('OPER', count()),
    asOf: open('OPER', instant()),
    kind: open('OPER', code(PERIOD_KINDS)),
    periods: open('OPER', list(coded(), 36)),
    figures: open(
      'OPER',
      list(
        group({
          period: coded(),
          people: code(PEOPLE),
          by: code(BREAKDOWNS),
          /** A facility's id; a severity, type or source; or `all`. */
          of: coded(),
          numerator: count(),
          denominator: count(),
          excluded: count(),
          exceptions: count(),
          notMatured: count(),
          lateEntries: count(),
          reopened: count(),
          timed: count(),
          done: count(),
          meanDays: maybe(decimal()),
          medianMinutes: maybe(decimal()),
          p90Minutes: maybe(decimal()),
        }),
        20_000,
      ),
    ),
    /** Published though its periods go on, or cases in them are not matured: early finishers make it look too good. */
    provisional: open('OPER', flag()),
    takenBy: open('OPER', uuid()),
  },
  [(data) => ({ ...data, figures: (data.figures as readonly object[]).map(fuller) })],
);

export const measureSnapshotCatalogue = [measureSnapshotTaken] as const;
export type MeasureSnapshotFact = EventOf<(typeof measureSnapshotCatalogue)[number]>;
