import { secret } from '#kernel/core';
import { deciding } from '#kernel/core/testing';
import { personDecider } from './person.decider.js';
import { administrator, makeRosaRiskManager, rosa, rosaIsRiskManager, rosaRegistered } from './person.examples.js';

const { given } = deciding(personDecider);

describe('registering a person', () => {
  const register = { type: 'RegisterPerson', data: { name: 'Rosa Delgado' } } as const;
  it('registers', () => given().when(register).then(rosaRegistered));
  it('is refused twice', () => given(rosaRegistered).when(register).thenRefused('person/already-registered'));
  it.each(['', ' \t\u00a0'])('is refused without a name: "%s"', (name) =>
    given()
      .when({ ...register, data: { name } })
      .thenRefused('person/name-missing'),
  );
});

describe('changing contacts', () => {
  const change = (email?: string) =>
    ({ type: 'ChangeContacts', data: { ...(email && { email }), by: administrator } }) as const;
  it('keeps an address, sealed', () =>
    given(rosaRegistered)
      .when(change('rosa@riverside.example'))
      .then({
        type: 'PersonContactsChanged',
        data: { email: secret('rosa@riverside.example'), changedBy: administrator },
      }));
  it('takes it away', () =>
    given(rosaRegistered)
      .when(change())
      .then({ type: 'PersonContactsChanged', data: { changedBy: administrator } }));
  it('is refused to nobody', () => given().when(change('a@b')).thenRefused('person/not-found'));
  it.each(['rosa', 'rosa@', '@riverside', 'ro sa@x', 'a@b@c', 'a@b\r\nBcc: x', `${'a'.repeat(250)}@b.cd`])(
    'is refused for what is no address: %j',
    (email) => given(rosaRegistered).when(change(email)).thenRefused('person/email-invalid'),
  );
});

describe('granting a role', () => {
  it('grants', () => given(rosaRegistered).when(makeRosaRiskManager).then(rosaIsRiskManager));
  it('grants once, however often it is asked', () =>
    given(rosaRegistered, rosaIsRiskManager).when(makeRosaRiskManager).thenNothing());
  it('is refused to nobody', () => given().when(makeRosaRiskManager).thenRefused('person/not-found'));
  it('is refused for oneself', () =>
    given(rosaRegistered)
      .when({ type: 'GrantRole', data: { personId: rosa, role: 'org-admin', by: rosa } })
      .thenRefused('person/own-role'));
  it('is refused for the family role, which comes by link', () =>
    given(rosaRegistered)
      .when({ type: 'GrantRole', data: { personId: rosa, role: 'family', by: administrator } })
      .thenRefused('person/role-by-link-only'));
});

describe('withdrawing a role', () => {
  const withdraw = { type: 'WithdrawRole', data: makeRosaRiskManager.data } as const;
  it('withdraws', () =>
    given(rosaRegistered, rosaIsRiskManager)
      .when(withdraw)
      .then({ type: 'RoleWithdrawn', data: { role: 'risk-manager', withdrawnBy: administrator } }));
  it('changes nothing where the role is not held', () => given(rosaRegistered).when(withdraw).thenNothing());
});
