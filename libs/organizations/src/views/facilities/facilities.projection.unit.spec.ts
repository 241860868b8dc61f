import { projecting, recorded } from '#kernel/readers/testing';
import { fourWest, fourWestOpened, stMary, stMaryOpened } from '../../organization/organization.examples.js';
import { facilities } from './facilities.projection.js';

it('lists a facility with its units', () => {
  projecting(facilities)
    .given(recorded(stMaryOpened), recorded(fourWestOpened))
    .thenRows({ name: 'St. Mary Hospital', zone: 'America/Chicago', units: [{ id: fourWest, name: '4 West' }] });
  expect(facilities.key(recorded(fourWestOpened))).toBe(stMary);
});
