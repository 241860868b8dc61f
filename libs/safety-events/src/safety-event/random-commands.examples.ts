import fc from 'fast-check';
import * as followUp from './follow-up.codes.js';
import { earlierId, fallId, laterId, omar } from './follow-up.examples.js';
import * as patient from './patient.codes.js';
import * as codes from './safety-event.codes.js';
import { type SafetyEventCommand, safetyEventDecider } from './safety-event.decider.js';
import * as fall from './safety-event.examples.js';
import { ana, nine, rosa, stMary, tenPastNine } from './safety-event.examples.js';
import type { LivingSafetyEvent } from './safety-event.rules.js';

const LATER = '2026-03-02T10:00:00.000Z';
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
const one = <const T>(values: readonly T[]) => fc.constantFrom(...values);
const some = <const T>(values: readonly T[]) => fc.subarray([...values], { minLength: 1 });
const time = fc.record({
  value: one([nine, tenPastNine, LATER]),
  precision: one(['exact', 'hour', 'estimated'] as const),
});
const sac = maybe(fc.integer({ min: 1, max: 3 }));
const coded = fc.constant('P0042');
const words = one(['Slipped on a wet floor.', 'More of it.']);
const at = one([nine, tenPastNine, LATER]);
const by = one([rosa, omar]);
const itself = fc.constant(fallId);
const other = one([laterId, fallId]);
const harm = one(codes.HARM_SEVERITIES);
const ref = maybe(one(['MRN-0042', 'MRN-0043']));
const rating = { to: harm, basis: one(patient.HARM_BASES), rationale: maybe(words) };
const assessment = maybe(
  fc.record({
    basis: one(patient.HARM_BASES),
    duration: maybe(one(patient.HARM_DURATIONS)),
    timing: maybe(one(patient.ASSESSMENT_TIMINGS)),
  }),
);
const writer = fc.oneof(
  fc.record({ as: one(['staff', 'reporter'] as const), by }),
  fc.record({ as: fc.constant('holder' as const), codeHash: one(['aa11', 'bb22']) }),
);
const of = one([{}, { reporter: rosa }, { codeHash: 'aa11' }]);

const { evolve, initialState } = safetyEventDecider;
const reportedAt = (occurredAt: string) => evolve(initialState, { ...fall.fallReported, occurredAt } as never);
/** Other safety events, in some of their states. */
const others = one([
  initialState,
  reportedAt('2026-03-02T08:00:00.000Z'),
  reportedAt('2026-03-02T11:00:00.000Z'),
  evolve(reportedAt(nine), fall.fallVoided),
]);

type Data = { [C in SafetyEventCommand as C['type']]: fc.Arbitrary<C['data']> };

/** Anything that anybody may ask for, by type: the table is complete, or it does not compile. */
const DATA: Data = {
  ReportSafetyEvent: fc.record({
    eventClass: one(codes.EVENT_CLASSES),
    category: maybe(one(codes.CATEGORIES)),
    furtherCategories: maybe(some(['fall', 'device', 'other'])),
    harmed: one(codes.HARMED),
    harmReported: maybe(harm),
    narrative: maybe(words),
    wentWell: maybe(words),
    eventAt: time,
    discoveredAt: time,
    facilityId: fc.constant(stMary),
    source: one(codes.SOURCES),
    reporter: maybe(fc.constant(rosa)),
    confidentiality: maybe(one(followUp.CONFIDENTIALITIES)),
    patientRef: ref,
    population: maybe(one(codes.POPULATIONS)),
    workforce: maybe(fc.record({ kind: one(followUp.WORKFORCE_KINDS) })),
    flags: maybe(some(codes.FLAGS)),
    codeHash: maybe(fc.constant('aa11')),
    toldElsewhere: fc.boolean(),
    at: fc.constant(tenPastNine),
  }),
  TriageSafetyEvent: fc.record({
    eventClass: maybe(one(codes.EVENT_CLASSES)),
    type: one(codes.CATEGORIES),
    harmSeverity: harm,
    assessment,
    sacActual: sac,
    sacPotential: sac,
    patientRef: ref,
    population: maybe(one(codes.POPULATIONS)),
    route: one(codes.ROUTES),
    patient: fc.constant(ana),
    at,
    by,
  }),
  ConfirmSafetyEvent: fc.record({ lists: fc.subarray([...codes.SERIOUS_LISTS]), patientRef: ref, by }),
  CloseSafetyEvent: fc.record({
    disposition: one(codes.DISPOSITIONS),
    reviewId: maybe(fc.constant(omar)),
    reviewReference: maybe(fc.constant('RCA-1')),
    by,
  }),
  ReopenSafetyEvent: fc.record({ newInformation: words, by }),
  VoidSafetyEvent: fc.record({ reason: one(codes.VOID_REASONS), by }),
  RedirectSafetyEvent: fc.record({ to: one(followUp.REDIRECTIONS), owner: by, by }),
  ReturnSafetyEvent: fc.record({ reason: maybe(words), by }),
  TransferSafetyEvent: fc.record({
    toOrganization: fc.constant('Lakeside'),
    acceptedBy: words,
    acceptedAt: at,
    what: some(followUp.TRANSFERRED_PARTS),
    at,
    by,
  }),
  SubmitExternalReport: fc.record({ authority: one(followUp.AUTHORITIES), at, by }),
  RecordPsoSubmission: fc.record({ psoId: coded, kind: one(followUp.PSO_KINDS), format: coded, at, by }),
  IdentifyCandorEvent: fc.record({ at, by }),
  DetermineCrpEligibility: fc.record({
    override: maybe(fc.record({ eligible: fc.boolean(), reason: one(codes.OVERRIDE_REASONS) })),
    patient: maybe(one([ana, omar])),
    first: fc.constant(ana),
    by,
  }),
  NotifyLeadership: fc.record({
    group: one(codes.LEADER_GROUPS),
    channel: one(codes.NOTICE_CHANNELS),
    persons: fc.constant(['CMO']),
    at,
    by,
  }),
  AssessHarm: fc.record({ ...rating, patient: fc.constant(ana), by }),
  RequireReview: fc.record({ method: one(followUp.REVIEW_METHODS), trigger: one(followUp.REVIEW_TRIGGERS), at, by }),
  SequesterEvidence: fc.record({ items: some(patient.EVIDENCE_KINDS), at, by }),
  IdentifyInvolvedStaff: fc.record({ staff: by, involvement: one(patient.INVOLVEMENTS), at, by }),
  LinkPatient: fc.record({
    patient: maybe(one([ana, omar])),
    patientRef: ref,
    facts: fc.record({ race: maybe(some(patient.RACES)), sex: maybe(one(patient.SEXES)) }),
    ids: fc.constant({ first: ana, further: omar }),
    by,
  }),
  RecordPatientDeath: fc.record({
    patient: one([ana, omar]),
    diedAt: time,
    source: one(patient.DEATH_SOURCES),
    at,
    by,
  }),
  AssignSafetyEvent: fc.record({ owner: by, by }),
  FlagSafetyEvent: fc.record({ flag: one(codes.FLAGS), raised: fc.boolean(), by }),
  AssignTaxonomy: fc.record({ system: one(['nqf-sre']), code: one(['4E', '1A']), overrideReason: maybe(words), by }),
  WriteAddendum: fc.record({ words, writer, of }),
  ExchangeReporterMessage: fc.record({ words, channel: maybe(one(followUp.REPORTER_CHANNELS)), writer, of }),
  GiveReporterFeedback: fc.record({ summary: words, channel: one(followUp.REPORTER_CHANNELS), of, at, by }),
  CorrectSafetyEvent: fc.record({
    new: fc.record({
      eventAt: maybe(time),
      discoveredAt: maybe(time),
      category: maybe(one(codes.CATEGORIES)),
      harmed: maybe(one(codes.HARMED)),
    }),
    why: words,
    by,
  }),
  MergeSafetyEvents: fc.record({
    itself,
    intoEventId: one([earlierId, fallId]),
    into: others,
    patients: one(['same', 'different', 'unknown'] as const),
    matchBasis: some(followUp.MATCH_BASES),
    by,
  }),
  UnmergeSafetyEvent: fc.record({ reason: maybe(words), from: others, at, by }),
  TakeMergeBack: fc.constant({}),
  AbsorbDuplicate: fc.record({
    fromEventId: one([laterId, earlierId]),
    from: maybe(fc.constant(reportedAt('2026-03-02T11:00:00.000Z') as LivingSafetyEvent)),
  }),
  ReleaseDuplicate: fc.record({ fromEventId: one([laterId, earlierId]), cases: fc.subarray([fall.anasCase]) }),
  DismissDuplicate: fc.record({ itself, otherEventId: other, otherIsKnown: fc.boolean(), by }),
  LinkSafetyEvents: fc.record({
    itself,
    otherId: other,
    otherIsKnown: fc.boolean(),
    kind: one(followUp.LINK_KINDS),
    by,
  }),
  LinkCase: fc.record({ caseId: fc.constant(fall.anasCase), patient: maybe(one([ana, omar])) }),
  NoteCaseDisclosure: fc.constant({ caseId: fall.anasCase }),
  NoteCaseEnd: fc.record({ caseId: fc.constant(fall.anasCase), end: one(codes.CASE_ENDS) }),
};

const anyCommand = fc.oneof(
  ...Object.entries(DATA).map(([type, data]) =>
    (data as fc.Arbitrary<object>).map((told) => ({ type, data: told }) as SafetyEventCommand),
  ),
);

/** Many of them, in any order. */
export const anySequence = fc.array(anyCommand, { minLength: 10, maxLength: 50 });
