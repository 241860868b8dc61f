import type { Recorded } from '#kernel/core';
import type { Projection } from '#kernel/readers';
import type { SafetyEventFact } from '#safety-events/contracts';
import type { SafetyEventSubject } from '../../subject/safety-event.js';
import { first, firstOf, type Told } from '../../subject/told.js';
import type { MeasureSubjectRow } from './measure-subject.row.js';
import { begun, mergedInto, ofSafetyEvent, told } from './row-of.js';
import { finderOf, foundBy, isReporters, PEOPLE_OF } from './words.js';

type Reported = Extract<SafetyEventFact, { type: 'SafetyEventReported' }>;
type Corrected = Extract<SafetyEventFact, { type: 'SafetyEventCorrected' }>;

const reported = (event: Recorded<Reported>): SafetyEventSubject => {
  const { eventClass, category, harmed, harmReported, source, eventAt, discoveredAt, workforce } = event.data;
  const people = PEOPLE_OF[harmed];
  const { position } = event;
  return {
    kind: 'safety-event',
    zone: event.meta.zone ?? 'UTC',
    ...(people && { people }),
    peopled: position,
    eventClass,
    classed: position,
    harm: harmReported ?? 'unknown',
    rated: position,
    ...(category && { type: category }),
    ...(workforce && { workforce: workforce.kind }),
    origin: {
      source,
      found: foundBy(source),
      finder: finderOf(source),
      byReporter: isReporters(source),
      eventAt: eventAt.value,
      discovered: { at: discoveredAt.value, precision: discoveredAt.precision, position },
      reported: told(event),
    },
    reopened: [],
    determined: false,
    submissions: [],
    cases: {},
  };
};

/** What was told wrongly at first: from here on it is as it was corrected. */
const corrected = ({ data, position }: Recorded<Corrected>, { origin }: SafetyEventSubject) => {
  const { eventAt, discoveredAt, category, harmed } = data.new;
  return {
    ...(category && { type: category }),
    ...(harmed && { people: PEOPLE_OF[harmed], peopled: position }),
    origin: {
      ...origin,
      ...(eventAt && { eventAt: eventAt.value }),
      ...(discoveredAt && {
        discovered: { at: discoveredAt.value, precision: discoveredAt.precision, position },
      }),
    },
  };
};

/** It is eligible from the first determination on that still holds for its patient. */
const eligible = (
  event: Recorded<Extract<SafetyEventFact, { type: 'CrpEligibilityDetermined' }>>,
  { [event.data.patient]: known, ...others }: Readonly<Record<string, Told>> = {},
): Pick<SafetyEventSubject, 'eligibleFor' | 'eligible'> => {
  const { patient } = event.data;
  const eligibleFor = event.data.eligible ? { ...others, [patient]: known ?? told(event) } : others;
  return { eligibleFor, eligible: firstOf(Object.values(eligibleFor)) };
};

/** What the measures learn from the facts of a safety event. */
export const safetyEventFolds: Projection<MeasureSubjectRow, SafetyEventFact>['on'] = {
  SafetyEventReported: (event, row) => row ?? begun(event, event.data.facilityId, reported(event)),
  SafetyEventTriaged: (event, row) => {
    const { eventClass, harmSeverity: harm, type } = event.data;
    return ofSafetyEvent(event, row, () => ({
      eventClass,
      harm,
      type,
      classed: event.position,
      rated: event.position,
    }));
  },
  HarmSeverityAssessed: (event, row) =>
    ofSafetyEvent(event, row, () => ({ harm: event.data.to, rated: event.position })),
  SafetyEventCorrected: (event, row) => ofSafetyEvent(event, row, (subject) => corrected(event, subject)),
  SafetyEventConfirmed: (event, row) =>
    ofSafetyEvent(event, row, ({ confirmed, serious }) => ({
      confirmed: confirmed ?? told(event),
      ...(event.data.serious && { serious: serious ?? told(event) }),
    })),
  SafetyEventVoided: (event, row) => ofSafetyEvent(event, row, () => ({ voided: told(event) })),
  SafetyEventMerged: (event, row) =>
    ofSafetyEvent(event, row, () => ({ merged: mergedInto(event, event.data.intoEventId) })),
  SafetyEventUnmerged: (event, row) => ofSafetyEvent(event, row, () => ({ merged: undefined })),
  SafetyEventRedirected: (event, row) => ofSafetyEvent(event, row, () => ({ redirected: told(event) })),
  SafetyEventReturned: (event, row) => ofSafetyEvent(event, row, () => ({ redirected: undefined })),
  SafetyEventTransferred: (event, row) =>
    ofSafetyEvent(event, row, () => ({ transferred: { ...told(event), acceptedAt: event.data.acceptedAt } })),
  SafetyEventReopened: (event, row) =>
    ofSafetyEvent(event, row, ({ reopened }) => ({ reopened: [...reopened, told(event)] })),
  ReporterFeedbackGiven: (event, row) =>
    ofSafetyEvent(event, row, ({ fedBack }) => ({ fedBack: first(fedBack, told(event, event.data.givenAt)) })),
  PsoSubmissionRecorded: (event, row) =>
    ofSafetyEvent(event, row, ({ submissions }) => ({
      submissions: [...submissions, { ...told(event, event.data.submittedAt), kind: event.data.kind }],
    })),
  CandorEventIdentified: (event, row) =>
    ofSafetyEvent(event, row, ({ identified }) => ({
      identified: first(identified, told(event, event.data.identifiedAt)),
    })),
  CrpEligibilityDetermined: (event, row) =>
    ofSafetyEvent(event, row, ({ eligibleFor }) => ({ determined: true, ...eligible(event, eligibleFor) })),
  LeadershipNotified: (event, row) => {
    const group = event.data.group === 'board' ? 'boardTold' : 'chiefsTold';
    return ofSafetyEvent(event, row, (before) => ({
      [group]: first(before[group], told(event, event.data.notifiedAt)),
    }));
  },
};
