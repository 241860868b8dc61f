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
