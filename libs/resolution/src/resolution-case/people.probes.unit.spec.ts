import { Refusal } from '#kernel/core';
import { capacityRecorded, minor, programDeclined } from './people.examples.js';
import { peopleProbes } from './people.probes.js';
import { conflict, deathNoted, recheckRequired, recorded } from './representative.examples.js';
import { type ResolutionCaseCommand, resolutionCaseDecider } from './resolution-case.decider.js';
import type { ResolutionCaseFact } from './resolution-case.events.js';
import { activated, disclosed, leo, liaisonNamed, requested, rosa } from './resolution-case.examples.js';
import { type Asking, active, type Probe } from './resolution-case.rules.js';

const asking: Asking = { by: rosa, role: 'risk-manager', at: '2026-03-02T11:00:00.000Z' };
const { decide, evolve, initialState } = resolutionCaseDecider;

/** The types of which a candidate is accepted. */
const accepted = (history: readonly ResolutionCaseFact[], asked = asking): readonly string[] => {
  const state = history.reduce(evolve, initialState);
  return Object.entries(peopleProbes)
    .filter(([type, probe]) =>
      (probe as Probe<ResolutionCaseCommand>)(active(state), asked).some((data) => {
        try {
          return decide({ type, data } as ResolutionCaseCommand, state).length > 0;
        } catch (error) {
          if (error instanceof Refusal) return false;
          throw error;
        }
      }),
    )
    .map(([type]) => type);
};

const open = [requested, activated] as const;
const every = Object.keys(peopleProbes);
const without = (...types: readonly string[]) => every.filter((type) => !types.includes(type));

describe('what may happen next with people', () => {
  it('in a case that was begun', () =>
    expect(accepted(open)).toEqual(
      without(
        'ChangeLiaison',
        'ArrangeLiaisonCover',
        'RecordMinorView',
        'EndRepresentative',
        'SettleRelativesConflict',
      ),
    ));
  it('with a liaison and a minor with a parent', () =>
    expect(accepted([...open, disclosed, liaisonNamed, minor, recorded('parent_of_minor')])).toEqual(
      without('SettleRelativesConflict'),
    ));
  it('while it waits for a new look', () =>
    expect(accepted([...open, liaisonNamed, capacityRecorded('lacks'), recheckRequired('capacity_lost')])).toEqual(
      without('RecordMinorView', 'EndRepresentative', 'RecheckAuthority', 'DeclineProgram', 'SettleRelativesConflict'),
    ));
  it('while relatives disagree over the dead', () =>
    expect(accepted([...open, liaisonNamed, deathNoted, recorded('executor_of_estate'), conflict])).toEqual(
      without('RecordMinorView', 'RecordCapacity', 'DeclineProgram', 'RecheckAuthority', 'RecordRelativesConflict'),
    ));
  it('after they declined the program: no less than before, and the review can be declined too', () =>
    expect(accepted([...open, liaisonNamed, programDeclined])).toEqual(
      without('RecordMinorView', 'EndRepresentative', 'SettleRelativesConflict'),
    ));
  it('for a liaison of another case: nothing that is theirs to do', () => {
    const stranger: Asking = { ...asking, by: rosa.replace('21', '99'), role: 'liaison' };
    const team: Asking = { ...asking, by: leo, role: 'liaison' };
    const theirs = ['AssessNeeds', 'OfferSupport', 'RecordContactWish', 'RecordRepresentative'];
    expect(accepted(open, stranger).filter((type) => theirs.includes(type))).toEqual([]);
    expect(accepted(open, team)).toEqual(expect.arrayContaining(theirs));
  });
});
