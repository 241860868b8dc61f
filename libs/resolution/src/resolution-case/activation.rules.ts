import { type DomainCommand, type Instant, refuse, secret } from '#kernel/core';
import { checkUninvolved } from './liaison.rules.js';
import type { Billable, Trigger, Withdrawal } from './resolution-case.codes.js';
import {
  type ActiveCase,
  active,
  type By,
  type Facts,
  type ResolutionCase,
  type Rules,
  requested,
} from './resolution-case.rules.js';

export type RequestActivation = DomainCommand<
  'RequestActivation',
  { safetyEventId: string; patient: string; trigger: Trigger; identifiedAt: Instant; eventAt?: Instant }
>;
export type WithdrawActivation = DomainCommand<'WithdrawActivation', { reason: Withdrawal }>;
export type ActivateResponseTeam = DomainCommand<
  'ActivateResponseTeam',
  {
    members: readonly string[];
    communicationLead: string;
    owner: string;
    billable: Billable;
    patientName?: string;
    patientRef?: string;
    at: Instant;
  } & By
>;
export type AssignLiaison = DomainCommand<'AssignLiaison', { liaison: string; contactGiven: boolean } & By>;
/** Where the case was kept before. */
export type BringInCase = DomainCommand<'BringInCase', { reference: string } & By>;
export type HandOverCase = DomainCommand<'HandOverCase', { to: string; note?: string } & By>;

/** The policy asks for a team, anew where it was taken back; a person activates it. */
export const request = (data: RequestActivation['data'], resolutionCase: ResolutionCase): Facts =>
  resolutionCase.status === 'none' || resolutionCase.status === 'withdrawn'
    ? [{ type: 'ActivationRequested', data }]
    : [];

/** What no longer calls for a case takes back what was asked for, and what was begun as long as nobody was told. */
export const withdraw = ({ reason }: WithdrawActivation['data'], resolutionCase: ResolutionCase): Facts => {
  if (resolutionCase.status === 'none' || resolutionCase.status === 'withdrawn') return [];
  if (resolutionCase.status !== 'requested') checkUntold(active(resolutionCase));
  if (resolutionCase.status !== 'requested' && reason === 'not_eligible')
    return refuse('resolution-case/already-activated', 'The response team was activated: the case goes on to its end.');
  if ('alsoOf' in resolutionCase && resolutionCase.alsoOf.length > 0)
    return refuse('resolution-case/holds-another', 'The case of another safety event goes on in it: so does this one.');
  return [{ type: 'ActivationWithdrawn', data: { safetyEventId: resolutionCase.safetyEventId, reason } }];
};

/** Nobody was told or offered anything that a case has to see to its end. A bill that is held is so no longer than its case. */
const checkUntold = ({ talks, care, offers, cycle }: ActiveCase): void => {
  const said = talks.disclosed || talks.conversations.length > 0 || talks.findings === 'told' || care.told;
  if (said || care.disclosedInWriting || care.candorNotice || offers.made > 0 || cycle > 1)
    refuse('resolution-case/disclosed', 'The people harmed were told: the case goes on to its end.');
};

export const activate = (data: ActivateResponseTeam['data'], resolutionCase: ResolutionCase): Facts => {
  const { safetyEventId, patient } = requested(resolutionCase);
  const { at, by, role: _role, patientName, patientRef, ...clear } = data;
  if (!clear.members.includes(clear.communicationLead))
    return refuse(
      'resolution-case/lead-not-on-team',
      'The communication lead is one of the members.',
      'communicationLead',
    );
  return [
    {
      type: 'ResponseTeamActivated',
      data: {
        safetyEventId,
        patient,
        ...clear,
        activatedAt: at,
        activatedBy: by,
        ...(patientName && { patientName: secret(patientName) }),
        ...(patientRef && { patientRef: secret(patientRef) }),
      },
    },
  ];
};

/** The first liaison, who is never somebody involved in the harm (domain.md 8.8). */
export const assignLiaison = (
  { liaison, contactGiven, by }: AssignLiaison['data'],
  resolutionCase: ResolutionCase,
): Facts => {
  const before = active(resolutionCase);
  const { people } = before;
  if (people.liaison === liaison && people.contactGiven === contactGiven) return [];
  if (people.liaison !== undefined && (people.liaison !== liaison || people.contactGiven))
    return refuse(
      'resolution-case/liaison-named',
      'The case has a liaison: change them, with who they were.',
      'liaison',
    );
  checkUninvolved(people, liaison, 'liaison');
  return [
    {
      type: 'LiaisonAssigned',
      data: { safetyEventId: before.safetyEventId, liaison, contactGiven, assignedBy: by },
    },
  ];
};

export const handOver = ({ to, note, by }: HandOverCase['data'], resolutionCase: ResolutionCase): Facts => {
  const { safetyEventId, owner } = active(resolutionCase);
  if (to === owner) return refuse('resolution-case/same-owner', 'The case is theirs already.', 'to');
  return [
    {
      type: 'CaseHandedOver',
      data: { safetyEventId, from: owner, to, handedOverBy: by, ...(note && { note: secret(note) }) },
    },
  ];
};

export const bringIn = ({ reference, by }: BringInCase['data'], resolutionCase: ResolutionCase): Facts => {
  const { safetyEventId } = active(resolutionCase);
  return [{ type: 'CaseBroughtIn', data: { safetyEventId, reference, broughtInBy: by } }];
};

export type ActivationCommand =
  | RequestActivation
  | WithdrawActivation
  | ActivateResponseTeam
  | AssignLiaison
  | BringInCase
  | HandOverCase;

export const activationRules: Rules<ActivationCommand> = {
  RequestActivation: request,
  WithdrawActivation: withdraw,
  ActivateResponseTeam: activate,
  AssignLiaison: assignLiaison,
  BringInCase: bringIn,
  HandOverCase: handOver,
};
