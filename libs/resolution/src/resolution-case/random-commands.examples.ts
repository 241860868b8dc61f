import fc from 'fast-check';
import * as care from './care.examples.js';
import { accepted, activeOf, caseOf, STATES } from './case-states.examples.js';
import * as course from './course.examples.js';
import { HOLD_REASONS, RECEIVERS, REOPEN_REASONS } from './ending.codes.js';
import { worthTrying } from './next.js';
import * as offers from './offers.examples.js';
import * as people from './people.examples.js';
import { SOMEBODY } from './probed.js';
import * as representatives from './representative.examples.js';
import * as codes from './resolution-case.codes.js';
import type { ResolutionCaseCommand } from './resolution-case.decider.js';
import { type ResolutionCaseFact, resolutionCaseCatalogue } from './resolution-case.events.js';
import * as ana from './resolution-case.examples.js';
import type { Asking, ResolutionCase } from './resolution-case.rules.js';
import * as talks from './talks.examples.js';

/** Every theme's examples: what is a command among them may be sent. */
const EXAMPLES: readonly object[] = [ana, care, course, offers, people, representatives, talks];

const FACTS: ReadonlySet<string> = new Set(resolutionCaseCatalogue.map(({ type }) => type));
const isCommand = (one: unknown): one is ResolutionCaseCommand =>
  typeof one === 'object' && one !== null && 'type' in one && 'data' in one && !FACTS.has(one.type as string);

const other = activeOf([course.otherRequested, course.otherActivated, course.asked, course.promised]);
const others = [caseOf([]), caseOf([course.otherRequested]), other, activeOf(STATES.closed), activeOf(accepted)];

/** What only automations send, and what has to be built. */
const BUILT: readonly ResolutionCaseCommand[] = [
  ...codes.CRITERIA.map((criterion) => ana.assess(criterion, criterion === 'standard' ? 'not_met' : 'met')),
  course.mergeInto(other),
  { type: 'RequireCaseMerge', data: { with: course.otherCase, other, patients: 'unknown', at: course.noon } },
  { type: 'AbsorbCase', data: { absorbed: course.otherCase, from: other, at: course.noon } },
];
/** What ends a case is tried more often than there are examples of it: few sequences come so far. */
const OFTEN: readonly ResolutionCaseCommand[] = Array.from({ length: 5 }, () => [
  course.transferAway,
  ana.closeCase,
]).flat();
const COMMANDS = [...OFTEN, ...EXAMPLES.flatMap((module) => Object.values(module).filter(isCommand)), ...BUILT];

/** What a field of a command may hold instead, by the command's type and the field's name. */
const VALUES: Readonly<Record<string, readonly unknown[]>> = {
  'AttemptDisclosure.mode': codes.MODES,
  'HoldInitialDisclosure.apology': codes.APOLOGIES,
  'RecordDisclosureException.kind': codes.EXCEPTION_KINDS,
  'ActivateResponseTeam.billable': codes.BILLABLE,
  'EstablishBillability.billable': ['yes', 'no'],
  'OpenDetermination.basis': codes.DETERMINATION_BASES,
  'AssessCriterion.criterion': codes.CRITERIA,
  'AssessCriterion.result': codes.CRITERION_RESULTS,
  'DetermineCare.determination': codes.DETERMINATIONS,
  'WithdrawActivation.reason': codes.WITHDRAWALS,
  'PlaceOnHold.reason': HOLD_REASONS,
  'AskTransfer.receiver': RECEIVERS,
  'ReopenCase.reason': REOPEN_REASONS,
  'ReachResolution.kind': codes.RESOLUTION_KINDS,
  'MergeCase.other': others,
  'MergeCase.patients': ['same', 'different', 'unknown'],
  'RequireCaseMerge.other': others,
  'RequireCaseMerge.patients': ['same', 'different', 'unknown'],
};
const IDS = [ana.rosa, ana.leo, ana.stranger, SOMEBODY, course.anasCase, course.otherCase];
const TIMES = [
  '2026-03-02T09:30:00.000Z',
  '2026-03-02T12:00:00.000Z',
  course.noon,
  '2026-03-09T12:00:00.000Z',
  course.later,
];
const UUID = /^[0-9a-f]{8}-/;
const INSTANT = /^\d{4}-\d\d-\d\dT/;

/** Everything else that a value of this kind could be; nothing where it is let alone. */
const insteadOf = (type: string, field: string, value: unknown): readonly unknown[] => {
  const told = VALUES[`${type}.${field}`];
  if (told) return told;
  if (field === 'role') return ['risk-manager', 'liaison'];
  if (typeof value === 'boolean') return [true, false];
  if (typeof value !== 'string') return [];
  if (INSTANT.test(value)) return TIMES;
  return UUID.test(value) ? IDS : [];
};

interface Change {
  readonly field: number;
  readonly value: number;
}
interface Step {
  readonly probed: boolean;
  readonly pick: number;
  readonly by: Pick<Asking, 'by' | 'role'>;
  readonly at: string;
  readonly changes: readonly Change[];
}

const changed = ({ type, data }: ResolutionCaseCommand, { field, value }: Change): ResolutionCaseCommand => {
  const fields = Object.entries(data);
  const [name, held] = fields[field % Math.max(fields.length, 1)] ?? ['', undefined];
  const values = insteadOf(type, name, held);
  if (values.length === 0) return { type, data } as ResolutionCaseCommand;
  return { type, data: { ...data, [name]: values[value % values.length] } } as ResolutionCaseCommand;
};

/** The command that a step comes to on a case as it stands: a probe of it or an example, with some fields changed. */
export const commandOf = ({ probed, pick, by, at, changes }: Step, resolutionCase: ResolutionCase) => {
  const worth = probed ? worthTrying(resolutionCase, { ...by, at }) : [];
  const pool = worth.length > 0 ? worth : COMMANDS;
  return changes.reduce(changed, pool[pick % pool.length] as ResolutionCaseCommand);
};

const nat = fc.nat({ max: 10_000 });
const step: fc.Arbitrary<Step> = fc.record({
  probed: fc.boolean(),
  pick: nat,
  by: fc.constantFrom<Step['by'][]>({ by: ana.rosa, role: 'risk-manager' }, ana.byLeo, {
    by: ana.stranger,
    role: 'liaison',
  }),
  at: fc.constantFrom(...TIMES),
  changes: fc.array(fc.record({ field: nat, value: nat }), { maxLength: 2 }),
});

/** From where the courses that are taken least are near: the close, the transfer, a bill that is held and released. */
const NEAR: readonly (readonly ResolutionCaseFact[])[] = [
  STATES.resolved,
  STATES.resolved,
  [...STATES.reviewing, course.transferAsked],
  [...STATES.explained, ana.holdPlaced],
  [...STATES.explained, ana.holdPlaced],
];

/** A case in any of its states, and what is tried on it after that. */
export const anyStory: fc.Arbitrary<readonly [readonly ResolutionCaseFact[], readonly Step[]]> = fc.tuple(
  fc.constantFrom(...Object.values(STATES), accepted, ...NEAR),
  fc.array(step, { minLength: 10, maxLength: 40 }),
);
