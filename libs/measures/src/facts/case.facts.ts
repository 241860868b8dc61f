import { crp02 } from '../definitions/crp-02.js';
import { crp05a, crp05b } from '../definitions/crp-05.js';
import { crp11 } from '../definitions/crp-11.js';
import type { Definition } from '../definitions/definition.js';
import type { SafetyEventGroup } from '../subject/group.js';
import type { SubjectCase } from '../subject/safety-event.js';
import type { Told } from '../subject/told.js';
import { factOf, type Holding, held, type MeasureFact } from './measure-fact.js';
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
  return [
    since(crp02, activated),
    since(crp05a, talked),
    since(crp05b, talked),
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

const exceptionOf = (definition: Definition, { unable }: SubjectCase) =>
  definition.exceptions.length > 0 && unable
    ? { ...held(definition, 'unable', unable.position), recordedAt: unable.recordedAt }
    : undefined;
