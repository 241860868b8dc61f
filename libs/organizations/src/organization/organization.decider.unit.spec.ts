import { deciding } from '#kernel/core/testing';
import { organizationDecider } from './organization.decider.js';
import {
  fourWest,
  fourWestOpened,
  openStMary,
  riversideRegistered,
  stMary,
  stMaryContact,
  stMaryOpened,
} from './organization.examples.js';

const { given } = deciding(organizationDecider);

describe('registering an organization', () => {
  const register = { type: 'RegisterOrganization', data: { name: 'Riverside Health' } } as const;
  it('registers', () => given().when(register).then(riversideRegistered));
  it('is refused twice', () =>
    given(riversideRegistered).when(register).thenRefused('organization/already-registered'));
});

describe('a name', () => {
  it.each(['', '  ', 'x'.repeat(201), 'a\0b'])('is refused when it is %j', (name) =>
    given().when({ type: 'RegisterOrganization', data: { name } }).thenRefused('organization/name-malformed'),
  );
});

describe('opening a facility', () => {
  it('opens', () => given(riversideRegistered).when(openStMary).then(stMaryOpened));
  it('is refused where no organization was registered', () =>
    given().when(openStMary).thenRefused('organization/not-found'));
  it('is refused under an id that is taken', () =>
    given(riversideRegistered, stMaryOpened).when(openStMary).thenRefused('organization/already-open'));
  it.each(['Chicago', 'America/Nowhere', 'UTC'])('is refused in the zone %s', (zone) =>
    given(riversideRegistered)
      .when({ ...openStMary, data: { ...openStMary.data, zone } })
      .thenRefused('organization/unknown-zone'),
  );
  it('is refused with a certification number of five digits', () =>
    given(riversideRegistered)
      .when({ ...openStMary, data: { ...openStMary.data, ccn: '14000' } })
      .thenRefused('organization/ccn-malformed'));
});

describe('opening a unit', () => {
  const openFourWest = { type: 'OpenUnit', data: { unitId: fourWest, facilityId: stMary, name: '4 West' } } as const;
  it('opens', () => given(riversideRegistered, stMaryOpened).when(openFourWest).then(fourWestOpened));
  it('is refused under an id that is taken', () =>
    given(riversideRegistered, stMaryOpened, fourWestOpened)
      .when(openFourWest)
      .thenRefused('organization/already-open'));
  it('is refused in a facility that is not ours', () =>
    given(riversideRegistered).when(openFourWest).thenRefused('organization/unknown-facility'));
});

describe('setting how the public reaches a facility', () => {
  const set = { type: 'SetPublicContact', data: stMaryContact.data } as const;
  it('sets it', () => given(riversideRegistered, stMaryOpened).when(set).then(stMaryContact));
  it('changes it', () =>
    given(riversideRegistered, stMaryOpened, stMaryContact)
      .when({ ...set, data: { ...set.data, acceptsConcerns: false } })
      .then({ ...stMaryContact, data: { ...stMaryContact.data, acceptsConcerns: false } }));
  it('is refused for a facility that is not ours', () =>
    given(riversideRegistered).when(set).thenRefused('organization/unknown-facility'));
  it('is refused where no organization was registered', () => given().when(set).thenRefused('organization/not-found'));
  it.each(['555', 'call us', '312-555-01--42', '312 555 0142 ext 5', '3'.repeat(21), '-312-555-0142'])(
    'is refused with the number %j',
    (phone) =>
      given(riversideRegistered, stMaryOpened)
        .when({ ...set, data: { ...set.data, phone } })
        .thenRefused('organization/phone-malformed'),
  );
});
