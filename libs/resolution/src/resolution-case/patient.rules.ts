import { type DomainCommand, type Instant, refuse, secret } from '#kernel/core';
import { checkDecides, isMinor } from './authority.rules.js';
import type { Capacity, DeclinedFor, DeclinedScope, Need } from './people.codes.js';
import { type By, type Facts, onTeam, type ResolutionCase, type Rules } from './resolution-case.rules.js';
import { unsettled } from './settled.rules.js';

type Acted = { readonly at: Instant } & By;

export type AssessNeeds = DomainCommand<'AssessNeeds', { kinds: readonly Need[]; note?: string } & Acted>;
export type OfferSupport = DomainCommand<
  'OfferSupport',
  { kinds: readonly Need[]; accepted: readonly Need[]; note?: string } & Acted
>;
export type RecordMinority = DomainCommand<
  'RecordMinority',
  { majorityAt: Instant; courtApprovalNeeded: boolean } & Acted
>;
export type RecordMinorView = DomainCommand<'RecordMinorView', { view: string } & Acted>;
export type RecordCapacity = DomainCommand<'RecordCapacity', { capacity: Capacity; since: Instant } & Acted>;
export type DeclineProgram = DomainCommand<
  'DeclineProgram',
  { scope: DeclinedScope; lasting: DeclinedFor; person?: string } & Acted
>;
export type RecordContactWish = DomainCommand<'RecordContactWish', { everyDays?: number } & Acted>;

/** What they need, asked of them; that they named nothing is an answer too. */
export const assessNeeds = (data: AssessNeeds['data'], resolutionCase: ResolutionCase): Facts => {
  const { kinds, note, at, by } = data;
  const { safetyEventId } = onTeam(data, resolutionCase);
  if (kinds.includes('none_named') && kinds.length > 1)
    return refuse('resolution-case/needs-and-none', 'Needs were named, or none was.', 'kinds');
  return [
    {
      type: 'PatientNeedsAssessed',
      data: { safetyEventId, kinds, assessedAt: at, assessedBy: by, ...(note && { note: secret(note) }) },
    },
  ];
};

export const offerSupport = (data: OfferSupport['data'], resolutionCase: ResolutionCase): Facts => {
  const { kinds, accepted, note, at, by } = data;
  const { safetyEventId } = onTeam(data, resolutionCase);
  if (kinds.includes('none_named'))
    return refuse('resolution-case/nothing-offered', 'Name the support that was offered.', 'kinds');
  if (accepted.some((kind) => !kinds.includes(kind)))
    return refuse('resolution-case/not-offered', 'Only what was offered can be accepted.', 'accepted');
  return [
    {
      type: 'SupportOffered',
      data: { safetyEventId, kinds, accepted, offeredAt: at, offeredBy: by, ...(note && { note: secret(note) }) },
    },
  ];
};

/** The patient is a minor now; the day on which they are no longer may be put right. */
export const recordMinority = (data: RecordMinority['data'], resolutionCase: ResolutionCase): Facts => {
  const { majorityAt, courtApprovalNeeded, at, by } = data;
  const { safetyEventId, people } = onTeam(data, resolutionCase);
  if (people.majorityAt === majorityAt && people.courtApprovalNeeded === courtApprovalNeeded) return [];
  if (majorityAt <= at && people.majorityAt === undefined)
    return refuse('resolution-case/of-age', 'The patient is of age by then.', 'majorityAt');
  return [
    { type: 'PatientMinorityRecorded', data: { safetyEventId, majorityAt, courtApprovalNeeded, recordedBy: by } },
  ];
};

/** What the minor themselves says counts beside what is decided for them (domain.md 8.16). */
export const recordMinorView = (data: RecordMinorView['data'], resolutionCase: ResolutionCase): Facts => {
  const { view, at, by } = data;
  const { safetyEventId, people } = onTeam(data, resolutionCase);
  if (!isMinor(people, at))
    return refuse('resolution-case/not-a-minor', 'The patient is not recorded as a minor at this time.');
  return [{ type: 'MinorViewRecorded', data: { safetyEventId, view: secret(view), recordedBy: by } }];
};

/** Lost or regained, it has to be looked at anew who decides; on its return the patient is told again (domain.md 8.16). */
export const recordCapacity = (data: RecordCapacity['data'], resolutionCase: ResolutionCase): Facts => {
  const { capacity, since, at, by } = data;
  const { safetyEventId, people } = onTeam(data, resolutionCase);
  if (people.died) return refuse('resolution-case/patient-died', 'The patient has died.');
  if (since > at) return refuse('resolution-case/in-the-future', 'This time is still to come.', 'since');
  const lacks = capacity === 'lacks';
  const recorded = {
    type: 'PatientCapacityRecorded',
    data: { safetyEventId, capacity, since, recordedBy: by },
  } as const;
  if (lacks === people.lacksCapacity) return [recorded];
  const reason = lacks ? 'capacity_lost' : 'capacity_regained';
  return [recorded, { type: 'AuthorityRecheckRequired', data: { safetyEventId, reason, requiredAt: at } }];
};

/** What they do not want, said by who decides. Liaison, review and the held bill go on whatever it is (domain.md 8.16). */
export const declineProgram = (data: DeclineProgram['data'], resolutionCase: ResolutionCase): Facts => {
  const { by, role: _role, at, ...said } = data;
  const { safetyEventId, people } = onTeam(data, resolutionCase);
  if (said.scope === 'program') unsettled(resolutionCase);
  checkDecides(people, said.person, at);
  const { declined } = people;
  if (said.scope !== 'program' && declined?.scope === said.scope && declined.lasting === said.lasting) return [];
  return [{ type: 'PatientDeclinedProgram', data: { safetyEventId, ...said, declinedAt: at, recordedBy: by } }];
};

export const recordContactWish = (data: RecordContactWish['data'], resolutionCase: ResolutionCase): Facts => {
  const { by, role: _role, at, ...wish } = data;
  const { safetyEventId } = onTeam(data, resolutionCase);
  return [{ type: 'ContactWishRecorded', data: { safetyEventId, ...wish, statedAt: at, recordedBy: by } }];
};

export type PatientCommand =
  | AssessNeeds
  | OfferSupport
  | RecordMinority
  | RecordMinorView
  | RecordCapacity
  | DeclineProgram
  | RecordContactWish;

export const patientRules: Rules<PatientCommand> = {
  AssessNeeds: assessNeeds,
  OfferSupport: offerSupport,
  RecordMinority: recordMinority,
  RecordMinorView: recordMinorView,
  RecordCapacity: recordCapacity,
  DeclineProgram: declineProgram,
  RecordContactWish: recordContactWish,
};
