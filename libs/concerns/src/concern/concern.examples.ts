import { secret } from '#kernel/core';
import type { ConcernCommand } from './concern.decider.js';
import type { ConcernFact } from './concern.events.js';

/** Maria Ruiz writes a letter: her mother's medicine was mixed up, and nobody listened. From its receipt to its end. */
export const rosa = '0192a000-0000-7000-8000-000000000021';
export const leo = '0192a000-0000-7000-8000-000000000022';
export const stranger = '0192a000-0000-7000-8000-000000000023';
export const letter = '0192a000-0000-7000-8000-000000000301';
export const second = '0192a000-0000-7000-8000-000000000302';
export const stMary = '0192a000-0000-7000-8000-000000000010';
export const ward = '0192a000-0000-7000-8000-000000000011';
export const mixUp = '0192a000-0000-7000-8000-000000000401';
export const code = 'hash-of-a-code';
export const monday = '2026-03-02T09:00:00.000Z';
export const tuesday = '2026-03-03T09:00:00.000Z';
export const friday = '2026-03-06T09:00:00.000Z';

export const byRosa = { by: rosa, role: 'risk-manager' } as const;
export const byLeo = { by: leo, role: 'liaison' } as const;
export const staff = { from: 'staff', ...byRosa } as const;
export const maria = { from: 'submitter', codeHash: code } as const;

export type Command<T extends ConcernCommand['type']> = Extract<ConcernCommand, { type: T }>;
export type Fact<T extends ConcernFact['type']> = Extract<ConcernFact, { type: T }>;

const told = {
  channel: 'letter',
  facilityId: stMary,
  unitId: ward,
  receivedAt: monday,
  language: 'es',
  submitterRole: 'family',
  aboutSelf: false,
  anonymous: false,
  category: 'medicine',
  stillAtRisk: false,
  wishes: ['explanation'],
  mayContact: true,
  mayShareIdentity: true,
  maySurvey: false,
} as const;

export const submit: Command<'SubmitConcern'> = {
  type: 'SubmitConcern',
  data: {
    ...told,
    submitterName: 'Maria Ruiz',
    contact: { phone: '555 0100' },
    patientRef: 'MRN-0042',
    narrative: 'They gave my mother the medicine of another patient.',
    enteredBy: rosa,
    codeHash: code,
    at: tuesday,
  },
};
export const submitted: Fact<'ConcernSubmitted'> = {
  type: 'ConcernSubmitted',
  data: {
    ...told,
    submitterName: secret('Maria Ruiz'),
    contact: secret({ phone: '555 0100' }),
    patientRef: secret('MRN-0042'),
    narrative: secret('They gave my mother the medicine of another patient.'),
    enteredBy: rosa,
    reachable: true,
  },
};
export const receipted: Fact<'ConcernReceiptIssued'> = { type: 'ConcernReceiptIssued', data: { codeHash: code } };

export const identify: Command<'IdentifySubmitter'> = {
  type: 'IdentifySubmitter',
  data: { submitterName: 'Maria Ruiz', writer: maria },
};
export const identified: Fact<'ConcernSubmitterIdentified'> = {
  type: 'ConcernSubmitterIdentified',
  data: { submitterName: secret('Maria Ruiz') },
};
export const discloseIdentity: Command<'DiscloseIdentity'> = {
  type: 'DiscloseIdentity',
  data: { to: 'unit', at: friday, ...byRosa },
};
export const identityDisclosed: Fact<'ConcernIdentityDisclosedByConsent'> = {
  type: 'ConcernIdentityDisclosedByConsent',
  data: { to: 'unit', unitId: ward, consentedAt: monday, disclosedBy: rosa },
};

export const act: Command<'TakeUrgentAction'> = {
  type: 'TakeUrgentAction',
  data: { what: 'A nurse checked the pump.', at: tuesday, ...byRosa },
};
export const acted: Fact<'UrgentSafetyActionTaken'> = {
  type: 'UrgentSafetyActionTaken',
  data: { what: secret('A nurse checked the pump.'), takenAt: tuesday, takenBy: rosa },
};
export const acknowledge: Command<'AcknowledgeConcern'> = {
  type: 'AcknowledgeConcern',
  data: { channel: 'phone', message: 'We have it, and look into it.', at: tuesday, ...byRosa },
};
export const acknowledged: Fact<'ConcernAcknowledged'> = {
  type: 'ConcernAcknowledged',
  data: {
    human: true,
    channel: 'phone',
    message: secret('We have it, and look into it.'),
    acknowledgedAt: tuesday,
    acknowledgedBy: rosa,
  },
};
export const classify: Command<'ClassifyConcern'> = {
  type: 'ClassifyConcern',
  data: { kinds: ['safety'], grievance: false, ...byRosa },
};
export const classified: Fact<'ConcernClassified'> = {
  type: 'ConcernClassified',
  data: { kinds: ['safety'], grievance: false, classifiedBy: rosa },
};
export const asGrievance: Fact<'ConcernClassified'> = {
  ...classified,
  data: { ...classified.data, grievance: true, grievanceSince: monday },
};
export const triage: Command<'TriageConcern'> = {
  type: 'TriageConcern',
  data: { severity: 'high', owner: leo, ...byRosa },
};
export const triaged: Fact<'ConcernTriaged'> = {
  type: 'ConcernTriaged',
  data: { severity: 'high', owner: leo, triagedBy: rosa },
};
export const assign: Command<'AssignConcern'> = { type: 'AssignConcern', data: { owner: rosa, ...byRosa } };
export const assigned: Fact<'ConcernAssigned'> = {
  type: 'ConcernAssigned',
  data: { owner: rosa, assignedBy: rosa },
};
export const startFollowUp: Command<'StartFollowUp'> = { type: 'StartFollowUp', data: byLeo };
export const followUpStarted: Fact<'ConcernFollowUpStarted'> = {
  type: 'ConcernFollowUpStarted',
  data: { startedBy: leo },
};

export const supplement: Command<'SupplementConcern'> = {
  type: 'SupplementConcern',
  data: { words: 'It was at night.', writer: maria },
};
export const supplemented: Fact<'ConcernSupplemented'> = {
  type: 'ConcernSupplemented',
  data: { words: secret('It was at night.'), from: 'submitter' },
};
export const write: Command<'SendConcernMessage'> = {
  type: 'SendConcernMessage',
  data: { words: 'Which night was it?', channel: 'phone', writer: staff },
};
export const written: Fact<'ConcernMessageExchanged'> = {
  type: 'ConcernMessageExchanged',
  data: { from: 'staff', words: secret('Which night was it?'), channel: 'phone', writtenBy: rosa },
};
export const delay: Command<'SendDelayNotice'> = {
  type: 'SendDelayNotice',
  data: { newDate: '2026-03-20T09:00:00.000Z', reason: 'A test is awaited.', channel: 'letter', at: friday, ...byLeo },
};
export const delayed: Fact<'DelayNoticeSent'> = {
  type: 'DelayNoticeSent',
  data: {
    newDate: '2026-03-20T09:00:00.000Z',
    reason: secret('A test is awaited.'),
    channel: 'letter',
    sentAt: friday,
    sentBy: leo,
  },
};

/** The four contents of the answer to a grievance (42 CFR 482.13(a)(2)). */
export const contents = {
  contactPerson: 'Leo Park, 555 0199',
  steps: 'We spoke with the night staff and read the record.',
  results: 'Two labels were swapped.',
} as const;
export const respond: Command<'RespondToConcern'> = {
  type: 'RespondToConcern',
  data: { written: true, ...contents, completedOn: friday, channel: 'letter', at: friday, ...byLeo },
};
export const responded: Fact<'ConcernResponded'> = {
  type: 'ConcernResponded',
  data: {
    written: true,
    contactPerson: secret(contents.contactPerson),
    steps: secret(contents.steps),
    results: secret(contents.results),
    completedOn: friday,
    channel: 'letter',
    respondedAt: friday,
    respondedBy: leo,
  },
};
