import { crp02 } from '../definitions/crp-02.js';
import { crp05a, crp05b } from '../definitions/crp-05.js';
import { crp11 } from '../definitions/crp-11.js';
import type { Definition } from '../definitions/definition.js';
import { NO_ANCHOR, RETROSPECTIVE, WITHDRAWN } from '../definitions/exclusions.js';
import type { Subject, SubjectCase, Told } from '../subject/subject.js';
import { factOf, type Holding, type MeasureFact } from './measure-fact.js';

const DAY = 86_400_000;
/** A chart that is reviewed later than this found the harm in retrospect (domain.md 2.3, CRP-02). */
const LONG_AFTER = 30 * DAY;

/** CASE: an activated resolution case (domain.md 2.2), with the measures that count such cases. */
export const caseFacts = (subject: Subject, id: string, one: SubjectCase): readonly MeasureFact[] => {
  const { activated, talked, held } = one;
  if (!activated) return [];
  const since = (definition: Definition, done: Told | undefined) =>
    factOf(definition, subject, {
      case: id,
      anchor: subject.identified ?? activated,
      done: done ? [done] : [],
      ...excludedBy(withdrawal(one) ?? inRetrospect(subject, activated)),
      ...exceptionOf(definition, one),
    });
  return [
    since(crp02, activated),
    since(crp05a, talked),
    since(crp05b, talked),
    factOf(crp11, subject, {
      case: id,
      anchor: activated,
      done: held ? [held] : [],
      ...excludedBy(withdrawal(one) ?? uncharged(one)),
    }),
  ];
};

const excludedBy = (excluded: Holding | undefined) => (excluded ? { excluded } : {});

const withdrawal = ({ withdrawn }: SubjectCase): Holding | undefined =>
  withdrawn && { reason: WITHDRAWN, position: withdrawn.position };

const inRetrospect = ({ identified, found, eventAt, reported }: Subject, activated: Told): Holding | undefined => {
  if (!identified) return { reason: NO_ANCHOR, position: activated.position };
  const after = Date.parse(identified.at) - Date.parse(eventAt);
  const retrospective = found === 'by-claim' || (found === 'by-chart-review' && after > LONG_AFTER);
  return retrospective ? { reason: RETROSPECTIVE, position: reported } : undefined;
};

/** A bill that is held is billable, whatever was established. */
const uncharged = ({ charge, held }: SubjectCase): Holding | undefined => {
  if (!charge || charge.billable === 'yes' || held) return undefined;
  const code = charge.billable === 'no' ? 'no-charge' : 'billability-unknown';
  const reason = crp11.exclusions.find((one) => one.code === code);
  return reason && { reason, position: charge.position };
};

const exceptionOf = ({ exceptions }: Definition, { unable }: SubjectCase) => {
  const reason = exceptions.find(({ code }) => code === 'unable');
  return reason && unable ? { exception: { reason, position: unable.position, recordedAt: unable.recordedAt } } : {};
};
