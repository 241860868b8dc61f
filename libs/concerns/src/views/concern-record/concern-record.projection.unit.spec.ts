import { projecting, recorded } from '#kernel/readers/testing';
import { type ConcernFact, concernCatalogue } from '../../concern/concern.events.js';
import * as one from '../../concern/concern.examples.js';
import * as end from '../../concern/ending.examples.js';
import { concernRecord } from './concern-record.projection.js';
import { STEPS } from './concern-record.steps.js';

describe('the record of a concern', () => {
  it('keeps every fact, and has a place for each', () => {
    const types = concernCatalogue.map(({ type }) => type).sort();
    expect(Object.keys(concernRecord.on).sort()).toEqual(types);
    expect(Object.keys(STEPS).sort()).toEqual(types);
  });
  it.each<readonly [string | undefined, readonly ConcernFact[]]>([
    [undefined, []],
    [one.leo, [one.triaged]],
    [one.rosa, [one.triaged, one.assigned]],
    [one.leo, [one.triaged, end.redirected, end.reopened]],
    [one.rosa, [end.withdrawn, end.reopened]],
  ])('knows whose it is: %s', (owner, following) => {
    const facts = [one.submitted, ...following];
    projecting(concernRecord)
      .given(...facts.map((fact) => recorded<ConcernFact>(fact)))
      .thenRows({ ...(owner && { owner }), facts: facts.map(({ type }) => expect.objectContaining({ type })) });
  });
});
