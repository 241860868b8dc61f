import type { CaregiverSupportFact } from '#caregiver-support/contracts';
import type { ConcernFact } from '#concerns/contracts';
import { streamId } from '#kernel/core';
import { projection } from '#kernel/readers';
import type { ResolutionCaseFact } from '#resolution/contracts';
import type { SafetyEventFact } from '#safety-events/contracts';
import { caseFolds } from './case.folds.js';
import { concernFolds } from './concern.folds.js';
import { MeasureSubjectRow } from './measure-subject.row.js';
import { outcomeFolds } from './outcome.folds.js';
import { safetyEventFolds } from './safety-event.folds.js';
import { subjectBonds } from './settle.js';
import { supportFolds } from './support.folds.js';

/** Streams that are counted by their safety event. */
const OF_SAFETY_EVENTS = /^(resolution-case|caregiver-support)-/;

/**
 * Safety events with their cases, by the safety event's id, and concerns by theirs, with the facts and counts of each. It
 * takes the log as one sequence: a figure that lacks an event would be wrong without anybody seeing it.
 */
export const measureSubjects = projection<
  MeasureSubjectRow,
  SafetyEventFact | ResolutionCaseFact | CaregiverSupportFact | ConcernFact
>({
  name: 'measures.subjects',
  version: 4,
  shape: 'log',
  row: MeasureSubjectRow,
  // a concern that became a safety event names it, and stays its own
  key: ({ stream, data }) =>
    OF_SAFETY_EVENTS.test(stream) && 'safetyEventId' in data ? data.safetyEventId : streamId(stream),
  on: { ...safetyEventFolds, ...caseFolds, ...outcomeFolds, ...supportFolds, ...concernFolds },
  bonds: subjectBonds,
});
