import type { Command } from '@nestjs/cqrs';
import type { Envelope, Receipt } from '#kernel/ledger';
import {
  ActivateResponseTeam,
  AssessCriterion,
  AssignLiaison,
  BringInCase,
  DetermineCare,
  HoldInitialDisclosure,
  OpenDetermination,
  PlaceBillingHold,
  RequestActivation,
} from '#resolution';
import {
  ConfirmSafetyEvent,
  DetermineCrpEligibility,
  IdentifyCandorEvent,
  ReportSafetyEvent,
  TriageSafetyEvent,
} from '#safety-events';
import type { BroughtIn } from './case-row.js';

/** Where a brought-in case goes, and who has it. */
export interface CasePlace {
  readonly safetyEventId: string;
  readonly patient: string;
  readonly id: string;
  readonly facilityId: string;
  readonly owner: string;
  readonly liaison: string | undefined;
}

/** A command, when it happened, and under which name it is the same one each time. */
export interface CaseStep {
  readonly name: string;
  readonly at: string;
  /** The safety event is the past; what is owed to the patient goes on, and its clocks run. */
  readonly of: 'past' | 'case';
  readonly command: (envelope: Envelope) => Command<Receipt>;
}

/** The Safety Assessment Code that the harm alone gives, at a frequency that nobody has told (domain.md 6.2). */
const CODE = { death: 3, severe: 3, moderate: 2, mild: 1, no_harm: 1, unknown: 1 } as const;

const safetyEventSteps = (told: BroughtIn, { safetyEventId: id, facilityId }: CasePlace): readonly CaseStep[] => {
  const at = { value: told.eventAt, precision: 'minute' } as const;
  const report: ReportSafetyEvent['data'] = {
    eventClass: 'incident',
    category: told.category,
    harmed: 'patient',
    harmReported: told.harm,
    narrative: told.narrative,
    eventAt: at,
    discoveredAt: { value: told.identifiedAt, precision: 'minute' },
    facilityId,
    source: 'chart_trigger',
    ...(told.patientRef ? { patientRef: told.patientRef } : { population: 'unidentified_patient' }),
  };
  const rating: TriageSafetyEvent['data'] = {
    type: told.category,
    harmSeverity: told.harm,
    route: 'local_review',
    sacActual: CODE[told.harm],
    sacPotential: CODE[told.harm],
  };
  const past = (name: string, when: string, command: CaseStep['command']): CaseStep => ({
    name,
    at: when,
    of: 'past',
    command,
  });
  return [
    past('report', told.identifiedAt, (envelope) => new ReportSafetyEvent(id, report, envelope)),
    past('triage', told.identifiedAt, (envelope) => new TriageSafetyEvent(id, rating, envelope)),
    past('confirm', told.identifiedAt, (envelope) => new ConfirmSafetyEvent(id, { lists: [] }, envelope)),
    past('identify', told.identifiedAt, (envelope) => new IdentifyCandorEvent(id, {}, envelope)),
  ];
};

/** Eligible also where the rule would say no: the case is there. */
const OTHERWISE = {
  override: { eligible: true, reason: 'other', explanation: 'A case was open.' },
} as const;

const talkOf = ({ talk }: BroughtIn): HoldInitialDisclosure['data'] | undefined =>
  talk && {
    mode: talk.mode,
    attendees: ['patient', 'disclosure_lead'],
    interpreterUsed: false,
    apology: talk.apology,
    factsTold: talk.told,
    ...(talk.nextContactAt && { nextContactAt: talk.nextContactAt }),
    documentedInChart: talk.inChart,
  };

/** All that a row tells, as commands in their order: a case that broke off half way is completed by the same row. */
export const caseSteps = (told: BroughtIn, place: CasePlace): readonly CaseStep[] => {
  const { safetyEventId, patient, id, owner, liaison } = place;
  const { activatedAt, billHeldAt, openedAt = activatedAt, determination } = told;
  const step = (name: string, at: string, command: CaseStep['command']): CaseStep => ({
    name,
    at,
    of: 'case',
    command,
  });
  const request = {
    safetyEventId,
    patient,
    trigger: 'brought_in',
    identifiedAt: told.identifiedAt,
    eventAt: told.eventAt,
  } as const;
  const team = {
    members: [...new Set([owner, ...(liaison ? [liaison] : [])])],
    communicationLead: owner,
    owner,
    billable: told.billable,
    ...(told.patientName && { patientName: told.patientName }),
    ...(told.patientRef && { patientRef: told.patientRef }),
  };
  const eligible = CODE[told.harm] > 1 ? {} : OTHERWISE;
  const talk = talkOf(told);
  return [
    ...safetyEventSteps(told, place),
    step('request', told.identifiedAt, (envelope) => new RequestActivation(id, request, envelope)),
    step('eligible', told.identifiedAt, (envelope) => new DetermineCrpEligibility(safetyEventId, eligible, envelope)),
    step('activate', activatedAt, (envelope) => new ActivateResponseTeam(id, team, envelope)),
    step('reference', activatedAt, (envelope) => new BringInCase(id, { reference: told.reference }, envelope)),
    ...(liaison
      ? [
          step(
            'liaison',
            activatedAt,
            (envelope) => new AssignLiaison(id, { liaison, contactGiven: told.contactGiven }, envelope),
          ),
        ]
      : []),
    ...(billHeldAt
      ? [
          step(
            'hold',
            billHeldAt,
            (envelope) => new PlaceBillingHold(id, { payerNotice: told.payerTold ? 'told' : 'to_come' }, envelope),
          ),
        ]
      : []),
    ...(talk && told.talk
      ? [step('talk', told.talk.at, (envelope) => new HoldInitialDisclosure(id, talk, envelope))]
      : []),
    ...(told.openedAt
      ? [step('open', openedAt, (envelope) => new OpenDetermination(id, { basis: 'facts_sufficient' }, envelope))]
      : []),
    ...told.criteria.map((one) => step(one.criterion, openedAt, (envelope) => new AssessCriterion(id, one, envelope))),
    ...(determination
      ? [
          step(
            'determine',
            openedAt,
            (envelope) => new DetermineCare(id, { determination, deciders: [owner] }, envelope),
          ),
        ]
      : []),
  ];
};
