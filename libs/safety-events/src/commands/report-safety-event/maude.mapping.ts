import type { EventClass, Flag, Harmed, HarmSeverity } from '../../safety-event/safety-event.codes.js';

/** How one answer to MAUDE's "event type" reads in our terms. */
interface Reading {
  readonly eventClass: EventClass;
  readonly harmed: Harmed;
  readonly harmReported?: HarmSeverity;
  readonly flags?: readonly Flag[];
}

/** A version of the mapping. A published one is never edited: events name the version that read them. */
export interface MaudeMapping {
  readonly version: string;
  /** By event type as MAUDE writes it. */
  readonly readings: Readonly<Record<string, Reading>>;
}

/**
 * FDA MAUDE device reports (openFDA `device/event`, field `event_type`). A malfunction need not have reached anybody;
 * an injury's degree is not told, so it stays unknown until somebody here rates it.
 */
export const maudeMapping: MaudeMapping = {
  version: 'maude-1',
  readings: {
    Death: { eventClass: 'incident', harmed: 'patient', harmReported: 'death' },
    Injury: { eventClass: 'incident', harmed: 'patient', harmReported: 'unknown' },
    Malfunction: { eventClass: 'unsafe_condition', harmed: 'none' },
    'No answer provided': { eventClass: 'unsafe_condition', harmed: 'none', flags: ['event_type_unanswered'] },
  },
};
