import type { DomainCommand, Instant } from '#kernel/core';
import { noteInvolved } from './liaison.rules.js';
import type { CaseFact } from './resolution-case.events.js';
import { type ActiveCase, active, type Facts, type ResolutionCase } from './resolution-case.rules.js';
import { isActive } from './resolution-case.state.js';

export type AbsorbCase = DomainCommand<
  'AbsorbCase',
  {
    absorbed: string;
    /** As it was when it was merged. */
    from: ActiveCase;
    at: Instant;
  }
>;

type Absorbed = CaseFact<'ResolutionCaseAbsorbed'>['data'];

const absorbedFrom = (before: ActiveCase, { absorbed, from, at }: AbsorbCase['data']): Absorbed => {
  const { talks, care } = from;
  const asked = new Set(before.talks.questions.map(({ question }) => question));
  const promised = new Set(before.talks.promises.map(({ promise }) => promise));
  return {
    safetyEventId: before.safetyEventId,
    absorbed,
    absorbedAt: at,
    patient: from.patient,
    safetyEvents: [...new Set([from.safetyEventId, ...from.alsoOf])],
    questions: talks.questions.filter((one) => !one.answered && !asked.has(one.question)).map((one) => one.question),
    promises: talks.promises
      .filter((one) => !one.kept && !promised.has(one.promise))
      .map(({ promise, owner, dueAt, handedOver }) => ({ promise, owner, dueAt, handedOver })),
    billHeld: care.hold === 'on',
    ...(care.holds.length > 0 && { holds: care.holds }),
  };
};

/** Each promise has its clock here from now on. */
const takenOver = ({ safetyEventId, absorbed, absorbedAt, promises }: Absorbed): Facts =>
  promises.map(({ promise, owner, dueAt }) => ({
    type: 'PatientPromiseTakenOver',
    data: { safetyEventId, promise, owner, dueAt, fromCase: absorbed, takenOverAt: absorbedAt },
  }));

/** What the other one knew of the people: who was involved, that the patient has died; who decides is looked at anew here. */
const peopleOf = (before: ActiveCase, { from, at }: AbsorbCase['data']): Facts => {
  const { people, safetyEventId } = before;
  const theirs = from.people;
  const died = theirs.died && !people.died;
  const known = theirs.representatives.length > 0 || Object.keys(theirs.ended).length > 0;
  const unclear = known || theirs.rechecks.length > 0 || theirs.lacksCapacity || theirs.majorityAt !== undefined;
  const reason = died ? 'patient_died' : 'cases_merged';
  return [
    ...noteInvolved({ staff: theirs.involvedStaff }, before),
    ...(died ? [{ type: 'PatientDeathNoted', data: { safetyEventId, notedAt: at } } as const] : []),
    ...(died || unclear
      ? [{ type: 'AuthorityRecheckRequired', data: { safetyEventId, reason, requiredAt: at } } as const]
      : []),
  ];
};

/**
 * On the one that goes on: what the patient is still owed by the other, and who they are. It is written even where this
 * one has ended meanwhile, so that it is known when it is opened again.
 */
export const absorb = (data: AbsorbCase['data'], resolutionCase: ResolutionCase): Facts => {
  const before = isActive(resolutionCase) ? resolutionCase : active(resolutionCase);
  if (before.absorbed.includes(data.absorbed)) return [];
  const absorbed = absorbedFrom(before, data);
  return [{ type: 'ResolutionCaseAbsorbed', data: absorbed }, ...takenOver(absorbed), ...peopleOf(before, data)];
};
