import { safetyEventGroup } from './group.js';
import type { SafetyEventSubject, SubjectCase } from './safety-event.js';
import type { Told } from './told.js';

const told = (day: number): Told => {
  const at = `2026-03-0${day}T12:00:00.000Z`;
  return { at, recordedAt: at, position: day };
};
const reported = told(1);
const event = (cases: Readonly<Record<string, SubjectCase>>): SafetyEventSubject =>
  ({
    kind: 'safety-event',
    zone: 'UTC',
    origin: { reported, discovered: reported },
    submissions: [],
    reopened: [],
    cases,
  }) as unknown as SafetyEventSubject;
const mergedInto = (into: string): SubjectCase['merged'] => ({ ...told(9), into });

const first: SubjectCase = { activated: told(2), talked: told(5) };
const second: SubjectCase = { activated: told(3), talked: told(4), unreasonable: told(6), merged: mergedInto('first') };

describe('the cases of a safety event and of what was merged into it (domain.md 2.2, rule 4)', () => {
  it('count once where one was merged into another, by what came first in either', () => {
    const { cases } = safetyEventGroup(event({ first }), [event({ second })]);
    expect(cases).toEqual({ first: { activated: told(2), talked: told(4), unreasonable: told(6) } });
  });

  it('count once, too, where the one that goes on has gone on in a third', () => {
    const chain = { first: { ...first, merged: mergedInto('third') }, second, third: { activated: told(7) } };
    expect(safetyEventGroup(event(chain), []).cases).toEqual({
      third: { activated: told(2), talked: told(4), unreasonable: told(6) },
    });
  });

  it('count apart where they were not merged; one that went on elsewhere counts there', () => {
    const { merged: _, ...apart } = second;
    expect(Object.keys(safetyEventGroup(event({ first, apart }), []).cases)).toEqual(['first', 'apart']);
    expect(safetyEventGroup(event({ second }), []).cases).toEqual({});
  });
});
