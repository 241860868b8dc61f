import { type DomainCommand, refuse, secret } from '#kernel/core';
import type { Care } from './care.state.js';
import { type DeterminedCommand, determinedRules } from './determined.rules.js';
import {
  CRITERIA,
  type Criterion,
  type CriterionResult,
  type Determination,
  type DeterminationBasis,
} from './resolution-case.codes.js';
import {
  type ActiveCase,
  active,
  type By,
  type Facts,
  type ResolutionCase,
  type Rules,
} from './resolution-case.rules.js';

export type OpenDetermination = DomainCommand<'OpenDetermination', { basis: DeterminationBasis } & By>;
export type AssessCriterion = DomainCommand<
  'AssessCriterion',
  { criterion: Criterion; result: CriterionResult; basisRef?: string; rationale?: string } & By
>;
export type DetermineCare = DomainCommand<
  'DetermineCare',
  { determination: Determination; deciders: readonly string[]; rationale?: string } & By
>;

/** A case that came back from outside before its care was judged: that is made up for (domain.md 8.8). */
const isUnjudged = ({ status, care }: ActiveCase): boolean =>
  status === 'negotiating' && (care.determination === undefined || care.determination === 'undetermined');

export const openDetermination = ({ basis, by }: OpenDetermination['data'], resolutionCase: ResolutionCase): Facts => {
  const before = active(resolutionCase);
  const { safetyEventId, status, talks } = before;
  if (!talks.disclosed && talks.exception === undefined)
    return refuse(
      'resolution-case/not-disclosed',
      'Hold the first conversation, or record why there was none, before determining.',
    );
  if (status !== 'reviewing' && !isUnjudged(before))
    return refuse('resolution-case/determination-opened', 'The determination was already opened.');
  return [{ type: 'DeterminationOpened', data: { safetyEventId, basis, openedBy: by } }];
};

/** A case whose care is being judged. */
const determining = (resolutionCase: ResolutionCase): ActiveCase => {
  const before = active(resolutionCase);
  if (before.status !== 'determining')
    return refuse('resolution-case/not-determining', 'This is for cases whose determination is open.');
  return before;
};

const alreadyDetermined = () =>
  refuse('resolution-case/determined', 'The care was already determined: revise the determination first.');

export const assess = (
  { criterion, result, basisRef, rationale, by }: AssessCriterion['data'],
  resolutionCase: ResolutionCase,
): Facts => {
  const { safetyEventId, care } = determining(resolutionCase);
  if (care.determination === 'reasonable') return alreadyDetermined();
  return [
    {
      type: 'CriterionAssessed',
      data: {
        safetyEventId,
        criterion,
        result,
        assessedBy: by,
        ...(basisRef && { basisRef: secret(basisRef) }),
        ...(rationale && { rationale: secret(rationale) }),
      },
    },
  ];
};

/** Why a determination does not follow from the criteria, or nothing where it does. */
const contradiction = (determination: Determination, { criteria }: Care): string | undefined => {
  const met = CRITERIA.filter((one) => criteria[one] === 'met');
  switch (determination) {
    case 'reasonable':
      return criteria.standard === 'not_met'
        ? undefined
        : 'Care is reasonable where the standard was found not to be departed from: assess it as not_met.';
    case 'unreasonable':
      return met.length === CRITERIA.length
        ? undefined
        : 'Care is unreasonable where harm, cause and the departure from the standard are all met.';
    case 'mixed':
      return criteria.standard === 'met' && met.length < CRITERIA.length
        ? undefined
        : 'Care is mixed where the standard was departed from, and harm or cause is not fully met.';
    default:
      return undefined;
  }
};

/**
 * The care determination of the CARe program (domain.md 0.2, 8.8): all three criteria come first, and what is determined
 * follows from them. `undetermined` sends the case to an outside or the insurer's review.
 */
export const determineCare = (
  { determination, deciders, rationale }: DetermineCare['data'],
  resolutionCase: ResolutionCase,
): Facts => {
  const before = determining(resolutionCase);
  const open = CRITERIA.find((one) => before.care.criteria[one] === undefined);
  if (open)
    return refuse('resolution-case/criterion-missing', `Assess all three criteria first: ${open} is missing.`, open);
  if (before.care.determination === determination) return [];
  if (before.care.determination === 'reasonable') return alreadyDetermined();
  const wrong = contradiction(determination, before.care);
  if (wrong) return refuse(`resolution-case/not-${determination}`, wrong, 'determination');
  return [
    {
      type: 'CareDeterminationMade',
      data: {
        safetyEventId: before.safetyEventId,
        determination,
        by: deciders,
        ...(rationale && { rationale: secret(rationale) }),
      },
    },
  ];
};

export type DeterminationCommand = OpenDetermination | AssessCriterion | DetermineCare | DeterminedCommand;

export const determinationRules: Rules<DeterminationCommand> = {
  OpenDetermination: openDetermination,
  AssessCriterion: assess,
  DetermineCare: determineCare,
  ...determinedRules,
};
