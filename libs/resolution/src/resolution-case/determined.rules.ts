import { type DomainCommand, type Instant, refuse, secret } from '#kernel/core';
import { checkReached } from './hearing.rules.js';
import type { Attendee, Mode, RevisionReason } from './resolution-case.codes.js';
import {
  type ActiveCase,
  active,
  type By,
  type Facts,
  onTeam,
  type ResolutionCase,
  type Rules,
} from './resolution-case.rules.js';

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

/** A case that came back from outside when its care was found reasonable, told or not. */
const isReasonable = ({ status, care }: ActiveCase): boolean =>
  status === 'negotiating' && care.determination === 'reasonable';

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

/** What comes of a determination: it is explained to the patient, or taken back. */
export type DeterminedCommand = ReviseDetermination | ExplainReasonableCare;

export const determinedRules: Rules<DeterminedCommand> = {
  ReviseDetermination: revise,
  ExplainReasonableCare: explain,
};
