import {
  ActivateResponseTeam,
  AnswerQuestion,
  AssessCriterion,
  AssignLiaison,
  AttemptDisclosure,
  CloseCase,
  caseOf,
  DetermineCare,
  ExplainReasonableCare,
  HoldInitialDisclosure,
  OpenDetermination,
  PlaceBillingHold,
  ReachResolution,
  RecordDisclosureException,
  ReleaseBillingHold,
} from '#resolution';
import { patientOf } from '#safety-events';
import { idOf } from '../ids.js';
import type { CasePlan } from './case.plan.js';
import { personOf, questionOf, type StandIn, standInSteps } from './representative.steps.js';
import type { SafetyEventPlan } from './safety-event.plan.js';
import { type Cast, eventIdOf } from './safety-event.steps.js';
import { DAY, HOUR, MINUTE, type Step } from './step.js';

/** What is done in the case of a safety event, in order. */
export const caseSteps = (cast: Cast, plan: SafetyEventPlan, course: CasePlan): readonly Step[] => {
  const { activatedAt, talkedAt, tried, heldAt, determinedAt, explainedAt, endsAt } = course;
  if (activatedAt === undefined) return [];
  const { organization, riskManager, liaison } = cast;
  const org = idOf(organization);
  const id = caseOf(org, eventIdOf(plan), patientOf(org, eventIdOf(plan)));
  const person = (persona: string) => idOf(org, 'person', persona);
  const manager = person(riskManager);
  const step = (at: number, name: string, command: Step['command'], by = riskManager): Step => ({
    at,
    organization,
    by,
    key: `${plan.key} case ${name}`,
    command,
  });
  const patient = patientOf(org, eventIdOf(plan));
  const standIn: StandIn | undefined =
    course.standsFor && talkedAt
      ? {
          who: course.standsFor,
          name: `${course.patientName}, family`,
          org,
          safetyEvent: eventIdOf(plan),
          patient,
          case: id,
          after: activatedAt,
          before: talkedAt,
        }
      : undefined;
  const persons = standIn && [personOf(org, { organization, key: `${plan.key} case stand-in` })];
  const asked = questionOf(org, { organization, key: `${plan.key} case talk` });
  const attendees = [course.standsFor ? 'representative' : 'patient', 'disclosure_lead'] as const;
  const letter = tried ? 'letter' : 'in_person';
  return [
    step(
      activatedAt,
      'activate',
      (envelope) =>
        new ActivateResponseTeam(
          id,
          {
            members: [manager, person(liaison)],
            communicationLead: person(liaison),
            owner: manager,
            billable: course.billable,
            patientName: course.patientName,
            ...(plan.patientRef && { patientRef: plan.patientRef }),
          },
          envelope,
        ),
    ),
    step(
      activatedAt + 4 * MINUTE,
      'liaison',
      (envelope) => new AssignLiaison(id, { liaison: person(liaison), contactGiven: true }, envelope),
    ),
    ...(tried?.at ?? []).map((at, nth) =>
      step(
        at,
        `attempt ${nth + 1}`,
        (envelope) =>
          new AttemptDisclosure(id, { mode: nth === 1 ? 'letter' : 'phone', outcome: 'no_answer' }, envelope),
        liaison,
      ),
    ),
    ...(tried
      ? [
          step(
            Math.max(...tried.at) + 10 * MINUTE,
            'exception',
            (envelope) => new RecordDisclosureException(id, { kind: tried.why, explanation: WHY[tried.why] }, envelope),
            liaison,
          ),
        ]
      : []),
    ...(standIn ? standInSteps(standIn, step) : []),
    ...(talkedAt
      ? [
          step(
            talkedAt,
            'talk',
            (envelope) =>
              new HoldInitialDisclosure(
                id,
                {
                  mode: 'in_person',
                  attendees: [...attendees, ...(course.speaks === 'Spanish' ? (['interpreter'] as const) : [])],
                  ...(persons && { persons }),
                  interpreterUsed: course.speaks === 'Spanish',
                  apology: 'empathy',
                  factsTold: TOLD[course.standsFor ?? course.speaks],
                  questions: ['How could this happen?'],
                  documentedInChart: true,
                  trained: true,
                },
                envelope,
              ),
            liaison,
          ),
        ]
      : []),
    ...(heldAt
      ? [step(heldAt, 'hold', (envelope) => new PlaceBillingHold(id, { payerNotice: 'told' }, envelope))]
      : []),
    step(
      determinedAt - 2 * DAY,
      'open',
      (envelope) => new OpenDetermination(id, { basis: 'facts_sufficient' }, envelope),
    ),
    ...CRITERIA.map(([criterion, result], nth) =>
      step(
        determinedAt - DAY + nth * HOUR,
        criterion,
        (envelope) => new AssessCriterion(id, { criterion, result }, envelope),
      ),
    ),
    step(
      determinedAt,
      'determine',
      (envelope) => new DetermineCare(id, { determination: 'reasonable', deciders: [manager] }, envelope),
    ),
    step(
      explainedAt,
      'explain',
      (envelope) =>
        new ExplainReasonableCare(
          id,
          { mode: letter, attendees: tried ? [] : attendees, ...(persons && { persons }), explanation: EXPLAINED },
          envelope,
        ),
      liaison,
    ),
    ...(talkedAt
      ? [
          step(
            explainedAt + HOUR,
            'answer',
            (envelope) => new AnswerQuestion(id, { question: asked, answer: EXPLAINED }, envelope),
            liaison,
          ),
        ]
      : []),
    step(explainedAt + DAY, 'resolve', (envelope) => new ReachResolution(id, { kind: 'explained' }, envelope)),
    ...(heldAt ? [step(explainedAt + 2 * DAY, 'release', (envelope) => new ReleaseBillingHold(id, {}, envelope))] : []),
    step(endsAt, 'close', (envelope) => new CloseCase(id, {}, envelope)),
  ];
};

const CRITERIA = [
  ['severity', 'met'],
  ['causation', 'met'],
  ['standard', 'not_met'],
] as const;

const WHY = {
  declined: 'The family wants to be left alone for now, and knows how to reach us.',
  unreachable: 'Two calls and a letter; the number is no longer in use.',
  unable: 'Under sedation; no relative is known.',
};

const TOLD = {
  English:
    'That something went wrong in the care, what is known of it so far, and that we find out the rest and tell it.',
  Spanish:
    'Con intérprete: que algo salió mal en la atención, lo que se sabe, y que averiguaremos el resto y lo contaremos.',
  parent: 'The parents were told what happened at the birth, what is known so far, and who cares for the child now.',
  executor:
    'The executor was told what is known of the last days, that the death is reviewed, and that we will come back with it.',
};

const EXPLAINED =
  'What the review found, that the care was as it should be, and why it could come to this all the same.';
