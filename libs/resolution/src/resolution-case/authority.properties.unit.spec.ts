import fc from 'fast-check';
import { Refusal } from '#kernel/core';
import { checkDecides, checkSettles } from './authority.rules.js';
import { AUTHORITIES, AUTHORITY_BASES, ESTATE_BASES, REPRESENTATION_ENDS } from './people.codes.js';
import {
  afterBirthday,
  birthday,
  brother,
  but,
  changeLiaison,
  declineProgram,
  minor,
  mother,
  noteInvolved,
  omar,
  recordCapacity,
  recordMinority,
  ten,
  tomorrow,
} from './people.examples.js';
import {
  deathNoted,
  end,
  noteDeath,
  noteMajority,
  recheck,
  recheckRequired,
  record,
  recordConflict,
  settleConflict,
} from './representative.examples.js';
import { type ResolutionCaseCommand, resolutionCaseDecider } from './resolution-case.decider.js';
import type { CaseFact, ResolutionCaseFact } from './resolution-case.events.js';
import { activated, leo, liaisonNamed, nameLiaison, requested } from './resolution-case.examples.js';
import { active, type ResolutionCase } from './resolution-case.rules.js';

const { decide, evolve, initialState } = resolutionCaseDecider;
const TIMES = [ten, tomorrow, birthday, afterBirthday] as const;

/** What has come to pass before anybody is named. */
const BEGUN: readonly (readonly ResolutionCaseFact[])[] = [[], [minor], [deathNoted, recheckRequired('patient_died')]];

const person = fc.constantFrom(mother, brother);
const at = fc.constantFrom(...TIMES);

/** Half of the looks come where there is something to find, so that not all of them are refused. */
const command: fc.Arbitrary<ResolutionCaseCommand> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc
      .record({
        authority: fc.constantFrom('decides' as const, ...AUTHORITIES),
        basis: fc.constantFrom(...AUTHORITY_BASES),
        verified: fc.oneof(fc.constant(true), fc.boolean()),
        maySettle: fc.boolean(),
        newPerson: person,
        at,
      })
      .map((data) => but(record('court_order'), data)),
  },
  {
    weight: 2,
    arbitrary: fc
      .record({ person, verified: fc.boolean(), maySettle: fc.constant(false), at })
      .map((data) => but(record('court_order'), data)),
  },
  {
    weight: 2,
    arbitrary: fc.record({ person, reason: fc.constantFrom(...REPRESENTATION_ENDS), at }).map((data) => but(end, data)),
  },
  {
    weight: 6,
    arbitrary: fc.tuple(fc.option(person, { nil: undefined }), at).map(([who, when]) => recheck(who, when)),
  },
  {
    weight: 3,
    arbitrary: fc.constantFrom<ResolutionCaseCommand>(
      noteDeath,
      recordMinority,
      recordCapacity('lacks'),
      recordCapacity('has'),
      recordConflict,
      settleConflict,
    ),
  },
  { weight: 1, arbitrary: at.map((when) => ({ ...noteMajority, data: { at: when } })) },
  {
    weight: 1,
    arbitrary: fc
      .record({ person, at, scope: fc.constantFrom('program' as const, 'review' as const) })
      .map((data) => but(declineProgram, data)),
  },
);

const attempt = (state: ResolutionCase, given: ResolutionCaseCommand): readonly ResolutionCaseFact[] => {
  try {
    return decide(given, state);
  } catch (error) {
    if (error instanceof Refusal) return [];
    throw error;
  }
};

const passes = (check: () => void): boolean => {
  try {
    check();
    return true;
  } catch (error) {
    if (error instanceof Refusal) return false;
    throw error;
  }
};

/** What a history says of a person, read from the facts rather than from the state. */
const told = (history: readonly ResolutionCaseFact[], who: string) => {
  const about = history.filter(
    (fact): fact is CaseFact<'RepresentativeRecorded' | 'RepresentativeEnded'> =>
      (fact.type === 'RepresentativeRecorded' || fact.type === 'RepresentativeEnded') && fact.data.person === who,
  );
  const last = about.at(-1);
  return {
    last: last?.type === 'RepresentativeRecorded' ? last.data : undefined,
    suspected: about.some(({ data }) => 'reason' in data && data.reason === 'suspected_cause_of_harm'),
  };
};

const lastOf = (history: readonly ResolutionCaseFact[], type: ResolutionCaseFact['type']): number =>
  history.findLastIndex((fact) => fact.type === type);

const runs = { numRuns: Number(process.env.PROPERTY_RUNS ?? 500) };

it('nobody decides who ended, was not verified, is suspected, or after a death does not stand for the estate', () => {
  const seen = { living: 0, dead: 0, patient: 0, settling: 0 };
  fc.assert(
    fc.property(fc.constantFrom(...BEGUN), fc.array(command, { maxLength: 25 }), (begun, commands) => {
      let history: readonly ResolutionCaseFact[] = [requested, activated, ...begun];
      let state = history.reduce(evolve, initialState);
      for (const one of commands) {
        const decided = attempt(state, one);
        if (decided.length === 0) continue; // what was refused changes nobody's authority
        history = [...history, ...decided];
        state = decided.reduce(evolve, state);
        const { people } = active(state);
        const died = lastOf(history, 'PatientDeathNoted') >= 0;
        const due = lastOf(history, 'AuthorityRecheckRequired') > lastOf(history, 'AuthorityRechecked');
        for (const when of TIMES) {
          for (const who of [mother, brother]) {
            const settles = passes(() => checkSettles(people, who, when));
            if (!passes(() => checkDecides(people, who, when))) {
              expect(settles).toBe(false);
              continue;
            }
            const { last, suspected } = told(history, who);
            expect([suspected, due]).toEqual([false, false]);
            expect(last).toMatchObject({ authority: 'decides', verified: true });
            if (died && last) expect(ESTATE_BASES).toContain(last.basis);
            if (last?.basis === 'parent_of_minor') expect(when < birthday).toBe(true);
            if (settles) expect(last?.maySettle).toBe(true);
            seen[died ? 'dead' : 'living']++;
            if (settles) seen.settling++;
          }
          if (!passes(() => checkDecides(people, undefined, when))) continue;
          expect([died, due]).toEqual([false, false]);
          seen.patient++;
        }
      }
    }),
    runs,
  );
  for (const count of Object.values(seen)) expect(count).toBeGreaterThan(0);
});

it('nobody who was involved in the harm becomes its liaison, in whatever order they are told of', () => {
  const staff = fc.constantFrom(leo, omar, mother, brother);
  const naming = fc.oneof(
    staff.map((liaison) => but(nameLiaison, { liaison })),
    staff.map((liaison) => but(changeLiaison, { liaison })),
    staff.map((one): ResolutionCaseCommand => but(noteInvolved, { staff: [one] })),
  );
  let changed = 0;
  fc.assert(
    fc.property(fc.boolean(), fc.array(naming, { maxLength: 12 }), (named, commands) => {
      const begun = [requested, activated, ...(named ? [liaisonNamed] : [])];
      let state = begun.reduce<ResolutionCase>(evolve, initialState);
      const involved = new Set<string>();
      for (const one of commands)
        for (const fact of attempt(state, one)) {
          if (fact.type === 'InvolvedStaffNoted') for (const person of fact.data.staff) involved.add(person);
          else if (fact.type === 'LiaisonChanged' || fact.type === 'LiaisonAssigned') {
            expect([...involved]).not.toContain(fact.data.liaison);
            changed++;
          }
          state = evolve(state, fact);
        }
    }),
    runs,
  );
  expect(changed).toBeGreaterThan(0);
});
