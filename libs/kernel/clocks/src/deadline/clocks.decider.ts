import { type Decider, type DomainCommand, isRider, type Recorded, unreachable } from '#kernel/core';
import { assign, claim, type DeadlineChange, extend, pause, resume, waive } from './changes.rules.js';
import type { ClockedStreams } from './clocked-streams.rules.js';
import { type Courses, evolveCourses, noCourses } from './courses.rules.js';
import type { DeadlineFact } from './deadline.events.js';
import { type Deadline, evolveDeadline } from './deadline.rules.js';
import { differences, type Reckoning, type Tending } from './tending.rules.js';

/** Bring the deadlines of a stream up to date. */
export type TendClocks = DomainCommand<'TendClocks', Omit<Tending, 'reckoning'>>;
export type ClocksCommand = TendClocks | DeadlineChange;

/** The clocks of one stream: what its events say of them, and what was recorded of them. */
export interface Clocks {
  readonly courses: Courses;
  readonly deadlines: Readonly<Record<string, Deadline>>;
}

/**
 * The rules of the clocks on one kind of stream (domain.md 8.2). It folds all events of the stream: those of the record
 * say which clocks run, those of deadlines what was recorded of them. `TendClocks` records the difference, so that
 * asking twice changes nothing, whoever asks and however often; what people do with a deadline is decided beside it.
 */
export const clocksDecider = (
  streams: ClockedStreams,
  reckoning: Reckoning,
): Decider<Clocks, ClocksCommand, DeadlineFact> => ({
  category: streams.category,
  hears: 'riders too',
  initialState: { courses: noCourses(streams), deadlines: {} },
  decide: (command, clocks) => decide(command, clocks, reckoning),
  evolve: (clocks, event) => evolve(streams, reckoning, clocks, event as unknown as Recorded),
});

const decide = (
  command: ClocksCommand,
  { courses, deadlines }: Clocks,
  reckoning: Reckoning,
): readonly DeadlineFact[] => {
  switch (command.type) {
    case 'TendClocks':
      return differences({ ...command.data, reckoning }, courses, deadlines);
    case 'PauseDeadline':
      return pause(command.data, deadlines[command.data.deadlineId]);
    case 'ResumeDeadline':
      return resume(command.data, deadlines[command.data.deadlineId], reckoning);
    case 'ExtendDeadline':
      return extend(command.data, deadlines[command.data.deadlineId], reckoning);
    case 'WaiveDeadline':
      return waive(command.data, deadlines[command.data.deadlineId]);
    case 'ClaimDeadline':
      return claim(command.data, deadlines[command.data.deadlineId]);
    case 'AssignDeadline':
      return assign(command.data, deadlines[command.data.deadlineId]);
    default:
      return unreachable(command);
  }
};

const evolve = (streams: ClockedStreams, { idOf }: Reckoning, clocks: Clocks, event: Recorded): Clocks => {
  if (!isRider(event.type)) return { ...clocks, courses: evolveCourses(streams, idOf, clocks.courses, event) };
  const fact = { type: event.type, data: event.data } as DeadlineFact;
  const id = isDeadline(fact) ? fact.data.deadlineId : undefined;
  const deadline = id === undefined ? undefined : evolveDeadline(clocks.deadlines[id], fact);
  return id === undefined || !deadline ? clocks : { ...clocks, deadlines: { ...clocks.deadlines, [id]: deadline } };
};

/** Deadlines are not all that rides on streams. */
const isDeadline = ({ type }: { readonly type: string }): boolean => type.startsWith('Deadline');
