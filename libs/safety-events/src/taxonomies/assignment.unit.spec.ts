import { secret } from '#kernel/core';
import { deciding } from '#kernel/core/testing';
import { safetyEventDecider } from '../safety-event/safety-event.decider.js';
import { fallReported, fallTriaged, fallVoided, rosa } from '../safety-event/safety-event.examples.js';
import type { AssignTaxonomy } from './assignment.rules.js';

const { given } = deciding(safetyEventDecider);

const choose = (system: AssignTaxonomy['data']['system'], code: string, overrideReason?: string): AssignTaxonomy => ({
  type: 'AssignTaxonomy',
  data: { system, code, ...(overrideReason && { overrideReason }), by: rosa },
});

const chosen = (system: AssignTaxonomy['data']['system'], code: string, more: object = {}) =>
  ({
    type: 'TaxonomyAssigned',
    data: {
      system,
      listVersion: system === 'nqf-sre' ? '2011/1' : '1.1/1',
      code,
      fromCode: 'incident/moderate',
      crosswalkVersion: 'crosswalk-1',
      ...more,
      chosenBy: rosa,
    },
  }) as const;

const permanent = {
  type: 'HarmSeverityAssessed',
  data: { from: 'moderate', to: 'severe', duration: 'permanent', basis: 'chart', assessedBy: rosa },
} as const;

describe('choosing a code of another list', () => {
  it('is kept with what it came from and the versions of list and map', () =>
    given(fallReported, fallTriaged).when(choose('nqf-sre', '4E')).then(chosen('nqf-sre', '4E')));
  it('goes by the last rating', () =>
    given(fallReported, fallTriaged, permanent)
      .when(choose('who-icps', 'severe'))
      .then(chosen('who-icps', 'severe', { fromCode: 'incident/severe/permanent' })));
  it('is refused where the map says otherwise', () =>
    given(fallReported, fallTriaged).when(choose('who-icps', 'severe')).thenRefused('safety-event/code-not-proposed'));
  it('may differ from the map where a person says why', () =>
    given(fallReported, fallTriaged)
      .when(choose('who-icps', 'severe', 'The WHO counts pain that lasts.'))
      .then(chosen('who-icps', 'severe', { overrideReason: secret('The WHO counts pain that lasts.') })));
  it('is refused for a code that the list lacks, whatever the reason', () =>
    given(fallReported, fallTriaged)
      .when(choose('nqf-sre', '9Z', 'It should be there.'))
      .thenRefused('safety-event/unknown-code'));
  it('is refused for another subject: a fall is no medication error', () =>
    given(fallReported, fallTriaged).when(choose('ncc-merp', 'F')).thenRefused('safety-event/code-not-proposed'));
  it('may be that none applies', () =>
    given(fallReported, fallTriaged).when(choose('nqf-sre', 'none-applies')).then(chosen('nqf-sre', 'none-applies')));
  it('may not be that none applies where one follows', () =>
    given(fallReported, fallTriaged)
      .when(choose('who-icps', 'none-applies'))
      .thenRefused('safety-event/code-not-proposed'));
  it('is written down once', () =>
    given(fallReported, fallTriaged, chosen('nqf-sre', '4E')).when(choose('nqf-sre', '4E')).then());
  it('stands beside another one where the list may have several', () =>
    given(fallReported, fallTriaged, chosen('nqf-sre', '4E'), chosen('nqf-sre', '5D'))
      .when(choose('nqf-sre', '4E'))
      .then());
  it('may be taken back by saying that none applies, and made again', () =>
    given(fallReported, fallTriaged, chosen('nqf-sre', '4E'), chosen('nqf-sre', 'none-applies'))
      .when(choose('nqf-sre', '4E'))
      .then(chosen('nqf-sre', '4E')));
  it('is refused of a safety event that was voided', () =>
    given(fallReported, fallVoided).when(choose('nqf-sre', '4E')).thenRefused('safety-event/voided'));
});
