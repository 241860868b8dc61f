import { crp02 } from '../definitions/crp-02.js';
import { crp04 } from '../definitions/crp-04.js';
import { crp05a, crp05b } from '../definitions/crp-05.js';
import { crp06 } from '../definitions/crp-06.js';
import { crp07 } from '../definitions/crp-07.js';
import { crp11 } from '../definitions/crp-11.js';
import type { Definition } from '../definitions/definition.js';
import { res05 } from '../definitions/res-05.js';
import { res06 } from '../definitions/res-06.js';
import type { SafetyEventGroup } from '../subject/group.js';
import type { SubjectCase } from '../subject/safety-event.js';
import type { Told } from '../subject/told.js';
import { contactCourse } from './contact.facts.js';
import { type Course, factOf, type Holding, held, type MeasureFact } from './measure-fact.js';
import { claimCourse, resolutionCourse } from './resolution.facts.js';
import { inRetrospect } from './retrospect.js';
import { safetyEventSetting } from './setting.js';

/** CASE: an activated resolution case (domain.md 2.2), with the measures that count such cases. */
export const caseFacts = (group: SafetyEventGroup, id: string, one: SubjectCase): readonly MeasureFact[] => {
  const { activated, talked, held: holdPlaced } = one;
  if (!activated) return [];
  const setting = safetyEventSetting(group);
  const since = (definition: Definition, done: Told | undefined) =>
    factOf(definition, setting, {
      case: id,
      anchor: group.identified ?? activated,
      done: done ? [done] : [],
      excluded: withdrawal(definition, one) ?? unclocked(definition, group, activated),
      exception: exceptionOf(definition, one),
    });
  const of = (definition: Definition, course: Omit<Course, 'case'> | undefined): readonly MeasureFact[] =>
    course
      ? [
          factOf(definition, setting, {
            ...course,
            case: id,
            excluded: withdrawal(definition, one) ?? course.excluded,
          }),
        ]
      : [];
  return [
    since(crp02, activated),
    ...of(crp04, { anchor: activated, done: talked ? [talked] : [], exception: untold(one) }),
    since(crp05a, talked),
    since(crp05b, talked),
    ...of(crp06, talked && { anchor: talked, done: named(one, talked) }),
    ...of(crp07, contactCourse(one, setting.zone)),
    ...of(res05, resolutionCourse(one, activated)),
    ...of(res06, claimCourse(one, activated, group)),
    factOf(crp11, setting, {
      case: id,
      anchor: activated,
      done: holdPlaced ? [holdPlaced] : [],
      excluded: withdrawal(crp11, one) ?? uncharged(one),
    }),
  ];
};

/** What was taken back counts in no measure of cases. */
export const withdrawal = (definition: Definition, { withdrawn }: SubjectCase): Holding | undefined =>
  withdrawn && held(definition, 'withdrawn', withdrawn.position);

const unclocked = (
  definition: Definition,
  { identified, report }: SafetyEventGroup,
  activated: Told,
): Holding | undefined => {
  if (!identified) return held(definition, 'no-anchor', activated.position);
  return inRetrospect(report, identified.at) ? held(definition, 'retrospective', report.reported.position) : undefined;
};

/** A bill that is held is billable, whatever was established. */
const uncharged = ({ charge, held: holdPlaced }: SubjectCase): Holding | undefined => {
  if (!charge || charge.billable === 'yes' || holdPlaced) return undefined;
  return held(crp11, charge.billable === 'no' ? 'no-charge' : 'billability-unknown', charge.position);
};

/** By the time of the first talk. */
const named = ({ liaison }: SubjectCase, talked: Told): readonly Told[] =>
  liaison && liaison.at <= talked.at ? [liaison] : [];

/** Why there was no first talk, by what was recorded first. */
const untold = ({ declined, unreachable }: SubjectCase): Course['exception'] => {
  const all = [
    declined && { ...held(crp04, 'declined', declined.position), recordedAt: declined.recordedAt },
    unreachable && { ...held(crp04, 'unreachable', unreachable.position), recordedAt: unreachable.recordedAt },
  ];
  return all.filter((one) => one !== undefined).sort((a, b) => a.position - b.position)[0];
};

const exceptionOf = (definition: Definition, { unable }: SubjectCase) =>
  definition.exceptions.length > 0 && unable
    ? { ...held(definition, 'unable', unable.position), recordedAt: unable.recordedAt }
    : undefined;
