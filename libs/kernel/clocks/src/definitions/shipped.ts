import { PAUSE_REASONS } from '../deadline/deadline.codes.js';
import type { ClockDefinition } from './definition.js';

/** A clock that may stand still may do so for any of these reasons, unless its line names fewer. */
export const PAUSES = PAUSE_REASONS;

/** An internal clock may be extended as often as it needs: a measure's limit does not move by that. */
const UNBOUNDED = 1000;

type Told = Pick<ClockDefinition, 'kind' | 'title' | 'starts' | 'stops' | 'basis' | 'status'> &
  Partial<ClockDefinition>;

/** A definition as it ships, with what most have: it runs, never stands still, and tells the risk managers. */
export const shipped = (told: Told): ClockDefinition => {
  const nature = told.nature ?? 'internal';
  return {
    version: 1,
    runs: 'yes',
    nature,
    pausableFor: [],
    extensions: nature === 'internal' ? UNBOUNDED : 0,
    tells: 'risk-manager',
    lifeAtRisk: false,
    ...told,
  };
};
