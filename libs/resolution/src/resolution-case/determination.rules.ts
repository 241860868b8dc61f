import { type DomainCommand, type Instant, refuse, secret } from '#kernel/core';
import type { Care } from './care.state.js';
import { checkReached } from './hearing.rules.js';
import {
  type Attendee,
  CRITERIA,
  type Criterion,
  type CriterionResult,
  type Determination,
  type DeterminationBasis,
  type Mode,
  type RevisionReason,
} from './resolution-case.codes.js';
import {
  type ActiveCase,
  active,
  type By,
  type Facts,
  onTeam,
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
export type ReviseDetermination = DomainCommand<'ReviseDetermination', { reason: RevisionReason; note?: string } & By>;
export type ExplainReasonableCare = DomainCommand<
  'ExplainReasonableCare',
  {
    mode: Mode;
    attendees: readonly Attendee[];
    /** Which of the recorded people were there, or a letter went to. */
    persons?: readonly string[];
    explanation: string;
    at: Instant;
  } & By
>;

/** A case that came back from outside before its care was judged: that is made up for (domain.md 8.8). */
const isUnjudged = ({ status, care }: ActiveCase): boolean =>
  status === 'negotiating' && (care.determination === undefined || care.determination === 'undetermined');

/** A case that came back from outside when its care was found reasonable, told or not. */
const isReasonable = ({ status, care }: ActiveCase): boolean =>
  status === 'negotiating' && care.determination === 'reasonable';

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

/** New facts, an outside review or an error take a determination back: the criteria are assessed anew. */
export const revise = ({ reason, note, by }: ReviseDetermination['data'], resolutionCase: ResolutionCase): Facts => {
  const before = active(resolutionCase);
  const { safetyEventId, status, care } = before;
  if (status !== 'determining' && status !== 'explained' && !isReasonable(before))
    return refuse(
      'resolution-case/not-revisable',
      'A determination is revised before anything is offered or resolved.',
    );
  if (care.determination === undefined)
    return refuse('resolution-case/not-determined', 'There is no determination to revise.');
  return [
    {
      type: 'DeterminationRevised',
      data: { safetyEventId, reason, revisedBy: by, ...(note && { note: secret(note) }) },
    },
  ];
};

/** INV-23: told to the patient or to who may hear it. A letter that names nobody goes to the patient. */
export const explain = (data: ExplainReasonableCare['data'], resolutionCase: ResolutionCase): Facts => {
  const { mode, attendees, persons = [], explanation, at, by } = data;
  const before = onTeam(data, resolutionCase);
  if (before.status === 'explained' || before.status === 'resolved' || (isReasonable(before) && before.care.told))
    return refuse('resolution-case/already-explained', 'That was already explained.');
  if ((before.status !== 'determining' && !isReasonable(before)) || before.care.determination !== 'reasonable')
    return refuse('resolution-case/not-determined', 'Determine the care as reasonable first.');
  checkReached(before.people, data);
  return [
    {
      type: 'ReasonableCareExplained',
      data: {
        safetyEventId: before.safetyEventId,
        explainedAt: at,
        mode,
        attendees,
        ...(persons.length > 0 && { persons }),
        explanation: secret(explanation),
        explainedBy: by,
      },
    },
  ];
};

export type DeterminationCommand =
  | OpenDetermination
  | AssessCriterion
  | DetermineCare
  | ReviseDetermination
  | ExplainReasonableCare;

export const determinationRules: Rules<DeterminationCommand> = {
  OpenDetermination: openDetermination,
  AssessCriterion: assess,
  DetermineCare: determineCare,
  ReviseDetermination: revise,
  ExplainReasonableCare: explain,
};
