import { readFileSync } from 'node:fs';
import { categoryWords } from '../cfer/answer-words.js';
import { mayBe } from '../safety-event/category.rules.js';
import type { EventClass } from '../safety-event/safety-event.codes.js';
import {
  assessmentTimings,
  eventCategories,
  harmDurations,
  harmScale,
  harmScaleV11,
  reportTypes,
  rescueInterventions,
  statusOf,
  substanceIncidents,
  substanceTypes,
  yesNoUnknown,
} from './cfer-h.codes.js';
import { CFER_ELEMENTS, CFER_PANELS } from './cfer-h-elements.codes.js';
import { eventCategoriesV2, harmScaleV2 } from './cfer-h-v2.codes.js';
import { codesOf } from './code-list.codes.js';
import { CODE_LISTS } from './code-lists.codes.js';
import { crosswalk1 } from './crosswalk.codes.js';
import { sentinelAlways, sentinelOutcomes } from './joint-commission.codes.js';
import { nccMerp } from './ncc-merp.codes.js';
import { nqfSre } from './nqf-sre.codes.js';
import { whoDegrees } from './who-icps.codes.js';

/** The lists as research found them: expected results that nobody wrote for this code. */
const { taxonomies } = JSON.parse(
  readFileSync(`${__dirname}/../../../../test/fixtures/codes/patient-safety-taxonomies.json`, 'utf8'),
);
const v12 = taxonomies['ahrq-cfer-h-v1.2'];

/** A code as the fixture writes it: what of it we ship is compared, word for word. */
interface Written {
  readonly code?: string;
  readonly loinc?: string;
  readonly letter?: string;
  readonly display?: string;
}
const written = (codes: readonly Written[]) =>
  codes.map(({ code, loinc, letter }) => ({ code: code ?? loinc, loinc, letter }));
const shipped = (codes: readonly Written[]) => codes.map(({ code, loinc, letter }) => ({ code, loinc, letter }));

describe('the code lists of Common Formats Hospital 1.2', () => {
  it.each([
    ['reportType', reportTypes],
    ['eventCategory', eventCategories],
    ['harmScaleV12', harmScale],
    ['harmScaleV11', harmScaleV11],
    ['harmDuration', harmDurations],
    ['harmAssessmentTiming', assessmentTimings],
    ['rescueIntervention', rescueInterventions],
    ['medicationSubstanceType', substanceTypes],
    ['medicationIncidentKind', substanceIncidents],
  ])('hold every code of %s, in order, with its LOINC code', (name, list) =>
    expect(shipped(list.codes)).toEqual(written(v12.codes[name].codes)),
  );
  it.each([
    ['reportType', reportTypes],
    ['eventCategory', eventCategories],
    ['harmScaleV12', harmScale],
  ])('name %s as the format does', (name, list) =>
    expect(list.codes.map(({ display }) => display)).toEqual(
      v12.codes[name].codes.map(({ display }: Written) => display),
    ),
  );
  it('answer yes, no, unknown', () => expect(codesOf(yesNoUnknown)).toEqual(['yes', 'no', 'unknown']));
  it.each([
    ['harmDuration', harmDurations],
    ['harmScaleV12', harmScale],
    ['harmAssessmentTiming', assessmentTimings],
    ['rescueIntervention', rescueInterventions],
    ['reportType', reportTypes],
  ])('say of %s how it is known', (name, list) => expect(statusOf(list)).toBe(v12.codes[name].basis));
  it('hold the elements of both forms, with their numbers, usage and cardinality', () => {
    const of = (form: string) =>
      CFER_ELEMENTS.filter((element) => element.form === form).map(({ loinc, de, name, usage, cardinality }) => ({
        loinc,
        de,
        name,
        usage,
        card: cardinality,
      }));
    const found = (form: string) =>
      v12.elements[form].map(({ loinc, de, name, usage, card }: Record<string, string>) => ({
        loinc,
        de,
        name,
        usage,
        card,
      }));
    expect([of('HERF'), of('PIF')]).toEqual([found('herf'), found('pif')]);
  });
  it('hold the panels', () => expect(CFER_PANELS).toEqual(v12.panels));
  it('answer every coded element with a list that there is', () => {
    const ids = CODE_LISTS.map(({ id }) => id);
    for (const { answers } of CFER_ELEMENTS) if (answers) expect(ids).toContain(`ahrq-cfer-h-v1.2/${answers}`);
  });
});

describe('what a near miss or an unsafe condition may be', () => {
  const byClass = (eventClass: EventClass) =>
    eventCategories.codes
      .filter(({ nearMiss, unsafeCondition }) =>
        eventClass === 'incident' ? true : eventClass === 'near_miss' ? nearMiss : unsafeCondition,
      )
      .map(({ code }) => code);
  it('is five of the ten, and four of the ten', () => {
    expect(byClass('near_miss')).toEqual(['blood', 'device', 'substance', 'surgery', 'other']);
    expect(byClass('unsafe_condition')).toEqual(['blood', 'device', 'substance', 'other']);
    expect(v12.codes.eventCategory.note).toMatch(
      /Near misses: only blood, device, medication, surgery\/anesthesia and other\. Unsafe conditions: only blood, device, medication and other/,
    );
  });
  it.each(['incident', 'near_miss', 'unsafe_condition'] as const)('is what the rules of a %s take', (eventClass) =>
    expect(categoryWords.filter(([own]) => mayBe(eventClass, own)).map(([, word]) => word)).toEqual(
      byClass(eventClass),
    ),
  );
});

describe('the lists of others', () => {
  it('hold the letters of NCC MERP and no word of its text', () => {
    expect(codesOf(nccMerp)).toEqual(taxonomies['ncc-merp'].codes.map(({ code }: Written) => code));
    expect(nccMerp.codes.every(({ display }) => display === undefined)).toBe(true);
  });
  it('hold the 29 serious reportable events', () => {
    const groups: { events: Written[] }[] = Object.values(taxonomies['nqf-sre-2011'].groups);
    expect(codesOf(nqfSre)).toEqual(groups.flatMap(({ events }) => events.map(({ code }) => code)));
    expect(nqfSre.codes).toHaveLength(29);
  });
  it('hold the outcomes of the Joint Commission, and every kind of its other list', () => {
    const { outcomeRule, alwaysSentinel } = taxonomies['joint-commission-sentinel'];
    expect(codesOf(sentinelOutcomes)).toEqual([...outcomeRule, 'not-sentinel']);
    expect(sentinelAlways.codes.map(({ display }) => display)).toEqual(alwaysSentinel.list);
  });
  it('hold the degrees of the WHO', () =>
    expect(codesOf(whoDegrees)).toEqual(taxonomies.who.degreeOfHarm.map(({ code }: Written) => code)));
  it('hold the names of version 2.0, from memory', () => {
    const v2 = taxonomies['ahrq-cfer-h-v2.0'].codes;
    expect([codesOf(eventCategoriesV2), codesOf(harmScaleV2)]).toEqual([v2.eventCategory.codes, v2.harmScale.codes]);
    expect([statusOf(eventCategoriesV2), statusOf(harmScaleV2)]).toEqual(['memory', 'memory']);
  });
});

describe('every list', () => {
  it.each(CODE_LISTS.map((list) => [list.id, list] as const))(
    '%s has a version, an owner, a licence, and each code once',
    (_, list) => {
      expect([list.version, list.owner, list.licence, list.source].every((one) => one.length > 0)).toBe(true);
      expect(new Set(codesOf(list)).size).toBe(list.codes.length);
    },
  );
  it('has an id of its own', () => expect(new Set(CODE_LISTS.map(({ id }) => id)).size).toBe(CODE_LISTS.length));
});

describe('crosswalk-1', () => {
  it('reads harm as the research proposes it', () => {
    const rows = crosswalk1.rows.map(({ harm, duration, nccMerp: letters, who, sentinel }) => [
      harm,
      duration,
      letters.join(' or '),
      who ?? '-',
      sentinel,
    ]);
    const proposed = taxonomies.mappings.rows.map(([harm, duration, letters, who, , sentinel]: unknown[]) => [
      harm,
      duration,
      letters,
      who,
      sentinel,
    ]);
    expect(rows).toEqual(proposed);
  });
  it('names serious reportable events that there are, each of them somewhere', () => {
    const named = new Set(Object.values(crosswalk1.nqf).flat());
    expect([...named].sort()).toEqual([...codesOf(nqfSre)].sort());
  });
});
