import type { Definition } from '../definitions/definition.js';
import { res01 } from '../definitions/res-01.js';
import { res02 } from '../definitions/res-02.js';
import { res03 } from '../definitions/res-03.js';
import { res04 } from '../definitions/res-04.js';
import type { SafetyEventGroup } from '../subject/group.js';
import type { SubjectCase } from '../subject/safety-event.js';
import { firstOf, recordedFirst, type Told } from '../subject/told.js';
import { withdrawal } from './case.facts.js';
import { type Course, factOf, held, type MeasureFact } from './measure-fact.js';
import { safetyEventSetting } from './setting.js';

type Judging = (
  one: SubjectCase,
  activated: Told,
) => Pick<Course, 'anchor' | 'done' | 'excluded' | 'exception' | 'because'> | undefined;

/** How activated cases are judged, by insurer and offer (domain.md 2.3, RES-01..04). */
export const outcomeFacts = (group: SafetyEventGroup, id: string, one: SubjectCase): readonly MeasureFact[] => {
  const { activated } = one;
  if (!activated) return [];
  const setting = safetyEventSetting(group);
  return JUDGED.flatMap(([definition, judging]) => {
    const course = judging(one, activated);
    if (!course) return [];
    const excluded = withdrawal(definition, one) ?? course.excluded;
    return [factOf(definition, setting, { ...course, case: id, excluded })];
  });
};

const some = (told: Told | undefined): readonly Told[] => (told ? [told] : []);

/** The reason that was recorded first, of those that hold. */
const exceptionOf = (
  definition: Definition,
  reasons: Readonly<Record<string, Told | undefined>>,
): Course['exception'] => {
  const told = recordedFirst(Object.values(reasons));
  const [code] = Object.entries(reasons).find(([, one]) => one === told) ?? [];
  return told && code ? { ...held(definition, code, told.position), recordedAt: told.recordedAt } : undefined;
};

const determined: Judging = ({ determined: done, paused, recordPending }, activated) => ({
  anchor: activated,
  done: some(done),
  exception: exceptionOf(res01, { 'patient-pause': paused, 'record-pending': recordPending }),
});

const referred: Judging = ({ unreasonable, claimed, referred: done, selfFunded }) => {
  const anchor = firstOf([unreasonable, claimed]);
  return (
    anchor && {
      anchor,
      done: some(done),
      excluded: selfFunded && !done ? held(res02, 'self-funded', selfFunded.position) : undefined,
    }
  );
};

const offered: Judging = ({ unreasonable, offered: done, refused, sued }, activated) =>
  unreasonable && {
    anchor: activated,
    done: some(done),
    because: [unreasonable],
    exception: exceptionOf(res03, { 'refused-talks': refused, 'suit-first': sued }),
  };

/** Told after compensation was spoken of is not told before. */
const advised: Judging = ({ compensated, advised: told }) =>
  compensated && { anchor: compensated, done: some(told).filter(({ at }) => at <= compensated.at) };

const JUDGED: readonly (readonly [Definition, Judging])[] = [
  [res01, determined],
  [res02, referred],
  [res03, offered],
  [res04, advised],
];
