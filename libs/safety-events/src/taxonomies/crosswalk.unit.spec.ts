import fc from 'fast-check';
import { HARM_DURATIONS } from '../safety-event/patient.codes.js';
import { CATEGORIES, EVENT_CLASSES, HARM_SEVERITIES } from '../safety-event/safety-event.codes.js';
import { codesOf } from './code-list.codes.js';
import { allows, crosswalk, fromCodeOf, fromNccMerp, type OwnCodes } from './crosswalk.rules.js';
import { nccMerp } from './ncc-merp.codes.js';
import { TAXONOMIES, TAXONOMY_LISTS } from './taxonomy.codes.js';

const overdose: OwnCodes = { eventClass: 'incident', categories: ['medication'] };

describe('the crosswalk to NCC MERP', () => {
  it.each([
    ['a death', { harm: 'death' }, ['I']],
    ['permanent harm, however mild', { harm: 'mild', duration: 'permanent' }, ['G']],
    ['severe harm that passes: a person chooses', { harm: 'severe', duration: 'temporary' }, ['F', 'H']],
    ['moderate harm that passes: a person chooses', { harm: 'moderate', duration: 'temporary' }, ['E', 'F']],
    ['moderate harm of a duration that nobody knows', { harm: 'moderate', duration: 'unknown' }, ['E', 'F', 'G']],
    ['moderate harm of a duration that nobody told', { harm: 'moderate' }, ['E', 'F', 'G']],
    ['no harm, watched or not', { harm: 'no_harm' }, ['C', 'D']],
  ] as const)('reads %s', (_, known, letters) =>
    expect(crosswalk({ ...overdose, ...known }, 'ncc-merp')).toEqual(
      letters.length === 1 ? { kind: 'one', code: letters[0] } : { kind: 'choices', codes: letters },
    ),
  );
  it('reads a near miss as B and an unsafe condition as A', () => {
    expect(crosswalk({ ...overdose, eventClass: 'near_miss' }, 'ncc-merp')).toEqual({ kind: 'one', code: 'B' });
    expect(crosswalk({ ...overdose, eventClass: 'unsafe_condition' }, 'ncc-merp')).toEqual({ kind: 'one', code: 'A' });
  });
  it('says nothing of harm that is not known', () =>
    expect(crosswalk({ ...overdose, harm: 'unknown' }, 'ncc-merp')).toEqual({ kind: 'none', why: 'harm-not-known' }));
  it('says nothing of what is no matter of medication', () =>
    expect(crosswalk({ ...overdose, categories: ['fall'], harm: 'death' }, 'ncc-merp')).toEqual({
      kind: 'none',
      why: 'another-subject',
    }));
  it.each([
    ['A', { kind: 'one', code: 'unsafe-condition' }],
    ['C', { kind: 'one', code: 'none' }],
    ['E', { kind: 'choices', codes: ['moderate/temporary', 'mild/temporary'] }],
    ['F', { kind: 'choices', codes: ['severe/temporary', 'moderate/temporary'] }],
    ['G', { kind: 'choices', codes: ['severe/permanent', 'moderate/permanent', 'mild/permanent'] }],
    ['H', { kind: 'one', code: 'severe/temporary' }],
    ['I', { kind: 'one', code: 'death' }],
    ['X', { kind: 'none', why: 'not-on-the-list' }],
  ] as const)('reads %s back', (letter, proposal) => expect(fromNccMerp(letter)).toEqual(proposal));
  it('comes back to where it started, for every letter and rating', () => {
    for (const letter of codesOf(nccMerp)) {
      const back = fromNccMerp(letter);
      const from = back.kind === 'one' ? [back.code] : back.kind === 'choices' ? back.codes : [];
      expect(from).not.toEqual([]);
      for (const code of from) expect(allows(crosswalk(ratedAs(code), 'ncc-merp'), letter)).toBe(true);
    }
  });
});

/** What the map writes as `severe/temporary`, as our codes. */
const ratedAs = (code: string): OwnCodes => {
  if (code === 'near-miss') return { ...overdose, eventClass: 'near_miss' };
  if (code === 'unsafe-condition') return { ...overdose, eventClass: 'unsafe_condition' };
  const [harm, duration] = code.split('/');
  return {
    ...overdose,
    harm: (harm === 'none' ? 'no_harm' : harm) as 'severe',
    ...(duration && { duration: duration as 'temporary' }),
  };
};

describe('the crosswalk to the Joint Commission', () => {
  it.each([
    ['death', undefined, { kind: 'one', code: 'death' }],
    ['severe', 'temporary', { kind: 'one', code: 'severe-harm-any-duration' }],
    ['severe', undefined, { kind: 'one', code: 'severe-harm-any-duration' }],
    ['mild', 'permanent', { kind: 'one', code: 'permanent-harm-any-severity' }],
    ['moderate', 'temporary', { kind: 'one', code: 'not-sentinel' }],
    ['moderate', 'unknown', { kind: 'choices', codes: ['not-sentinel', 'permanent-harm-any-severity'] }],
    ['no_harm', undefined, { kind: 'one', code: 'not-sentinel' }],
    ['unknown', undefined, { kind: 'none', why: 'harm-not-known' }],
  ] as const)('reads %s, %s', (harm, duration, proposal) =>
    expect(crosswalk({ ...overdose, harm, ...(duration && { duration }) }, 'joint-commission-outcome')).toEqual(
      proposal,
    ),
  );
  it('asks for its other list of every incident, and of nothing that reached nobody', () => {
    expect(crosswalk(overdose, 'joint-commission-always')).toMatchObject({ kind: 'choices' });
    expect(crosswalk({ ...overdose, eventClass: 'near_miss' }, 'joint-commission-always').kind).toBe('none');
  });
});

describe('the crosswalk to the serious reportable events', () => {
  it('asks about a fall that killed or injured', () =>
    expect(crosswalk({ eventClass: 'incident', categories: ['fall'], harm: 'severe' }, 'nqf-sre')).toEqual({
      kind: 'choices',
      codes: ['4E', '4I', '5D', '7A'],
    }));
  it('leaves out what needs a serious injury where there was none', () =>
    expect(
      crosswalk({ eventClass: 'incident', categories: ['surgery_anesthesia'], harm: 'no_harm' }, 'nqf-sre'),
    ).toEqual({
      kind: 'choices',
      codes: ['1A', '1B', '1C', '1D', '7A'],
    }));
});

describe('the crosswalk to the WHO', () => {
  it('reads the degree, whatever the duration', () =>
    expect(crosswalk({ ...overdose, harm: 'no_harm' }, 'who-icps')).toEqual({ kind: 'one', code: 'none' }));
  it('reads no degree of a near miss', () =>
    expect(crosswalk({ ...overdose, eventClass: 'near_miss' }, 'who-icps').kind).toBe('none'));
});

const anything: fc.Arbitrary<OwnCodes> = fc.record(
  {
    eventClass: fc.constantFrom(...EVENT_CLASSES),
    categories: fc.uniqueArray(fc.constantFrom(...CATEGORIES), { maxLength: 6 }),
    harm: fc.constantFrom(...HARM_SEVERITIES),
    duration: fc.constantFrom(...HARM_DURATIONS),
  },
  { requiredKeys: ['eventClass', 'categories'] },
);

describe('any proposal', () => {
  it('names codes of its list only, each once, and several or none where it does not name one', () =>
    fc.assert(
      fc.property(anything, fc.constantFrom(...TAXONOMIES), (own, system) => {
        const proposal = crosswalk(own, system);
        const codes = proposal.kind === 'one' ? [proposal.code] : proposal.kind === 'choices' ? proposal.codes : [];
        expect(codesOf(TAXONOMY_LISTS[system])).toEqual(expect.arrayContaining([...codes]));
        expect(new Set(codes).size).toBe(codes.length);
        expect(codes.length === 0).toBe(proposal.kind === 'none');
      }),
    ));
  it('narrows when more is known: a duration never adds a choice', () =>
    fc.assert(
      fc.property(
        anything,
        fc.constantFrom(...TAXONOMIES),
        fc.constantFrom('permanent', 'temporary'),
        (own, system, duration) => {
          const { duration: _unknown, ...vague } = own;
          const wide = crosswalk(vague, system);
          const narrow = crosswalk({ ...vague, duration }, system);
          const codes = narrow.kind === 'one' ? [narrow.code] : narrow.kind === 'choices' ? narrow.codes : [];
          for (const code of codes) expect(allows(wide, code)).toBe(true);
        },
      ),
    ));
  it('is told what it came from in one code', () =>
    expect(fromCodeOf({ ...overdose, harm: 'no_harm', duration: 'temporary' })).toBe('incident/none/temporary'));
});
