import { res05 } from '../definitions/res-05.js';
import { res06 } from '../definitions/res-06.js';
import type { SafetyEventGroup } from '../subject/group.js';
import type { SubjectCase, Turn } from '../subject/subject-case.js';
import { firstOf, type Told } from '../subject/told.js';
import { type Course, held } from './measure-fact.js';

/** RES-05 of a case: days of a pause that the patient asked for do not count. */
export const resolutionCourse = ({ resolved, turns = [] }: SubjectCase, activated: Told): Omit<Course, 'case'> => {
  const all = pausesOf(turns);
  const open = all.at(-1)?.to ? undefined : all.at(-1);
  const ended = all.flatMap(({ from, to = resolved }) => (to && to.at > from.at ? [{ from: from.at, to: to.at }] : []));
  return {
    anchor: activated,
    done: resolved ? [resolved] : [],
    because: all.flatMap(({ from, to }) => (to ? [from, to] : [from])),
    entered: resolved ? [activated, resolved] : [activated],
    pauses: ended,
    ...(open && { exception: { ...held(res05, 'on-hold', open.from.position), recordedAt: open.from.recordedAt } }),
  };
};

interface Pause {
  readonly from: Told;
  readonly to?: Told;
}

/** Each pause with what ended it, in the order in which they were told. What resumes nothing says nothing. */
const pausesOf = (turns: readonly Turn[]): readonly Pause[] => {
  const pauses: Pause[] = [];
  for (const { turn, ...told } of turns) {
    const last = pauses.at(-1);
    const isOpen = last !== undefined && !last.to;
    if (turn === 'held' && !isOpen) pauses.push({ from: told });
    if (turn === 'resumed' && isOpen) pauses.push({ from: (pauses.pop() as Pause).from, to: told });
  }
  return pauses;
};

/** RES-06 of a case: what began with a claim is no claim after it. */
export const claimCourse = (
  { claimed, suit }: SubjectCase,
  activated: Told,
  { report }: SafetyEventGroup,
): Omit<Course, 'case'> => ({
  anchor: activated,
  done: [firstOf([claimed, suit])].filter((one) => one !== undefined),
  excluded: report.found === 'by-claim' ? held(res06, 'started-by-claim', report.reported.position) : undefined,
});
