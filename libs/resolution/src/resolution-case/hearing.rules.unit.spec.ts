import { activeOf } from './case-states.examples.js';
import { checkHeard, checkReached } from './hearing.rules.js';
import { brother, capacityRecorded, minor, mother, ten } from './people.examples.js';
import { deathNoted, rechecked, recorded } from './representative.examples.js';
import type { Attendee } from './resolution-case.codes.js';
import type { ResolutionCaseFact } from './resolution-case.events.js';
import { activated, requested } from './resolution-case.examples.js';

const lacking = capacityRecorded('lacks');
const unverified = {
  ...recorded('health_care_proxy'),
  data: { ...recorded('health_care_proxy').data, verified: false },
};
const involved = {
  ...recorded('patient_did_not_object', brother),
  data: { ...recorded('patient_did_not_object', brother).data, authority: 'involved', maySettle: false },
} as const;

const heard = (
  known: readonly ResolutionCaseFact[],
  attendees: readonly Attendee[],
  persons: readonly string[] = [],
) => {
  const { people } = activeOf([requested, activated, ...known]);
  try {
    checkHeard(people, attendees, persons, ten);
    return 'heard';
  } catch (refusal) {
    return (refusal as { code: string }).code;
  }
};
const NOBODY = 'resolution-case/nobody-told';

describe('who hears (INV-23)', () => {
  it('is the patient, where they decide for themselves', () => {
    expect(heard([], ['patient'])).toBe('heard');
    expect(heard([minor], ['patient'])).toBe(NOBODY);
    expect(heard([lacking], ['patient'])).toBe(NOBODY);
    expect(heard([deathNoted], ['patient'])).toBe(NOBODY);
  });
  it('is else who stands for them: recorded, verified, and still so', () => {
    expect(heard([minor, recorded('parent_of_minor')], ['patient', 'representative'], [mother])).toBe('heard');
    expect(heard([lacking, recorded('health_care_proxy')], ['representative'], [mother])).toBe('heard');
    expect(heard([lacking, unverified], ['representative'], [mother])).toBe(NOBODY);
    expect(heard([recorded('health_care_proxy')], ['representative'], [mother])).toBe(NOBODY);
    expect(heard([recorded('parent_of_minor')], ['representative'], [mother])).toBe(NOBODY);
    expect(heard([lacking, involved], ['representative'], [brother])).toBe(NOBODY);
    expect(heard([lacking], ['representative'], [mother])).toBe('resolution-case/unknown-person');
  });
  it('is the one whom a look at who decides has named, and no other of them', () => {
    const two = [lacking, recorded('health_care_proxy'), recorded('guardianship_order', brother), rechecked(brother)];
    expect(heard(two, ['representative'], [brother])).toBe('heard');
    expect(heard(two, ['representative'], [mother])).toBe(NOBODY);
  });
  it('is family who are involved, each by name, beside the patient or where the patient cannot', () => {
    expect(heard([involved], ['patient', 'involved_family'], [brother])).toBe('heard');
    expect(heard([involved], ['patient', 'involved_family'])).toBe(NOBODY);
    expect(heard([involved], ['involved_family'], [brother])).toBe(NOBODY);
    expect(heard([involved, deathNoted], ['involved_family'], [brother])).toBe('heard');
    expect(heard([involved, lacking], ['involved_family'], [brother])).toBe('heard');
    expect(heard([involved, minor], ['patient', 'involved_family'], [brother])).toBe('heard');
    const both: readonly Attendee[] = ['representative', 'involved_family'];
    const proxy = [lacking, recorded('health_care_proxy'), involved];
    expect(heard(proxy, both, [mother])).toBe(NOBODY);
    expect(heard(proxy, both, [mother, brother])).toBe('heard');
  });
  it('is by a letter that names nobody the patient, as by a talk', () => {
    const letter = { mode: 'letter', attendees: [], at: ten };
    const { people } = activeOf([requested, activated]);
    expect(() => checkReached(people, letter)).not.toThrow();
    const child = activeOf([requested, activated, minor]).people;
    expect(() => checkReached(child, letter)).toThrow(expect.objectContaining({ code: NOBODY }));
  });
});
