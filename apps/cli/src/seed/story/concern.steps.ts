import {
  AcknowledgeConcern,
  ClassifyConcern,
  CloseConcern,
  ConvertConcern,
  RespondToConcern,
  SubmitConcern,
  safetyEventOf,
  TakeUrgentAction,
  TriageConcern,
} from '#concerns';
import { CloseSafetyEvent, ConfirmSafetyEvent, TriageSafetyEvent } from '#safety-events';
import { idOf } from '../ids.js';
import type { ConcernPlan } from './concern.plan.js';
import type { Cast } from './safety-event.steps.js';
import { DAY, HOUR, instantOf, MINUTE, type Step } from './step.js';
import { atWork } from './working-hours.js';

/** As which category of harm a concern is reported, where it is. */
const REPORTED_AS = { medicine: 'medication', fall: 'fall' } as const;

/** What becomes of a concern, in order. What came in by a person is entered by whoever took it. */
export const concernSteps = ({ organization, riskManager, liaison }: Cast, plan: ConcernPlan): readonly Step[] => {
  const id = idOf('story', 'concern', plan.key);
  const owner = idOf(idOf(organization), 'person', riskManager);
  const step = (at: number | undefined, name: string, command: Step['command']): readonly Step[] =>
    at === undefined ? [] : [{ at, organization, by: riskManager, key: `${plan.key} ${name}`, command }];
  const { receivedAt, acted, acknowledged, triaged, answered, closed, grievance } = plan;
  const entered = step(
    receivedAt,
    'submit',
    (envelope) => new SubmitConcern(id, submissionOf(organization, liaison, plan), envelope),
  );
  const reported = plan.converted && triaged !== undefined ? triaged + HOUR : undefined;
  return [
    ...entered.map((one) => ({ ...one, by: liaison })),
    ...step(
      acted,
      'act',
      (envelope) => new TakeUrgentAction(id, { what: 'The charge nurse went to the bedside.' }, envelope),
    ),
    ...step(
      plan.named ? acknowledged : undefined,
      'acknowledge',
      (envelope) => new AcknowledgeConcern(id, { channel: 'phone', message: 'We have it and look into it.' }, envelope),
    ),
    ...step(
      triaged && triaged - MINUTE,
      'classify',
      (envelope) => new ClassifyConcern(id, { kinds: ['safety', 'communication'], grievance }, envelope),
    ),
    ...step(triaged, 'triage', (envelope) => new TriageConcern(id, { severity: 'moderate', owner }, envelope)),
    ...step(reported, 'convert', (envelope) => new ConvertConcern(id, reportOf(plan), envelope)),
    ...(reported === undefined ? [] : followed(safetyEventOf(idOf(organization), id), reported, step)),
    ...step(
      plan.named ? answered : undefined,
      'answer',
      (envelope) => new RespondToConcern(id, answerOf(plan), envelope),
    ),
    ...step(
      closed,
      'close',
      (envelope) => new CloseConcern(id, { ending: plan.named ? 'answered' : 'anonymous' }, envelope),
    ),
  ];
};

/** What becomes of the safety event that a concern told of. */
const followed = (
  id: string,
  reported: number,
  step: (at: number, name: string, command: Step['command']) => readonly Step[],
): readonly Step[] => {
  const triaged = atWork(reported + DAY);
  const confirmed = atWork(triaged + 2 * DAY);
  return [
    ...step(
      triaged,
      'event triage',
      (envelope) =>
        new TriageSafetyEvent(
          id,
          {
            type: 'other',
            harmSeverity: 'mild',
            sacActual: 1,
            sacPotential: 2,
            route: 'trend',
            population: 'unidentified_patient',
          },
          envelope,
        ),
    ),
    ...step(confirmed, 'event confirm', (envelope) => new ConfirmSafetyEvent(id, { lists: [] }, envelope)),
    ...step(
      atWork(confirmed + 17 * DAY),
      'event close',
      (envelope) => new CloseSafetyEvent(id, { disposition: 'trended' }, envelope),
    ),
  ];
};

const submissionOf = (
  organization: string,
  liaison: string,
  { site, told, named }: ConcernPlan,
): SubmitConcern['data'] => {
  const org = idOf(organization);
  return {
    ...told,
    facilityId: idOf(org, 'facility', site.facility),
    aboutSelf: told.submitterRole === 'patient',
    anonymous: !named,
    ...(named && { submitterName: 'Somebody Example', contact: { phone: '312-555-0100' } }),
    mayContact: named,
    mayShareIdentity: false,
    maySurvey: named,
    enteredBy: idOf(org, 'person', liaison),
  };
};

const reportOf = ({ told, site: _site, receivedAt }: ConcernPlan): ConvertConcern['data'] => ({
  eventClass: 'incident',
  category: REPORTED_AS[told.category as keyof typeof REPORTED_AS] ?? 'other',
  harmReported: 'mild',
  eventAt: { value: instantOf(receivedAt - 5 * HOUR), precision: 'day' },
});

const answerOf = ({ answered = 0 }: ConcernPlan): RespondToConcern['data'] => ({
  written: true,
  contactPerson: 'Liaison of the safety office',
  steps: 'We spoke with everybody who was there and read the record.',
  results: 'What you told us was right. What we do about it stands below.',
  completedOn: instantOf(answered - HOUR),
  channel: 'letter',
});
