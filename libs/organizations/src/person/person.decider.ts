import { type Decider, type DomainCommand, type Role, refuse, secret, unreachable } from '#kernel/core';
import type { PersonEvent } from './person.events.js';

type RegisterPerson = DomainCommand<'RegisterPerson', { name: string }>;
type GrantRole = DomainCommand<'GrantRole', { personId: string; role: Role; by: string }>;
type WithdrawRole = DomainCommand<'WithdrawRole', { personId: string; role: Role; by: string }>;
type ChangeContacts = DomainCommand<'ChangeContacts', { email?: string; by: string }>;
export type PersonCommand = RegisterPerson | ChangeContacts | GrantRole | WithdrawRole;

/** A name, one @ and a domain: whether anybody reads there, only a mail can tell. */
const EMAIL = /^(?=.{3,254}$)[^\s@<>",;]+@[^\s@<>",;]+$/;

interface Person {
  readonly registered: boolean;
  readonly roles: readonly Role[];
}

const decide = (command: PersonCommand, person: Person): readonly PersonEvent[] => {
  switch (command.type) {
    case 'RegisterPerson':
      if (person.registered) return refuse('person/already-registered', 'This person is registered.');
      if (command.data.name.trim() === '') return refuse('person/name-missing', 'A person has a name.', 'name');
      if (command.data.name.length > 200)
        return refuse('person/name-too-long', 'A name has at most 200 characters.', 'name');
      return [{ type: 'PersonRegistered', data: { name: secret(command.data.name) } }];
    case 'ChangeContacts': {
      const { email, by } = command.data;
      if (!person.registered) return refuse('person/not-found', 'There is no such person.');
      if (email !== undefined && !EMAIL.test(email))
        return refuse('person/email-invalid', 'An email address is name@domain, of at most 254 characters.', 'email');
      return [{ type: 'PersonContactsChanged', data: { ...(email && { email: secret(email) }), changedBy: by } }];
    }
    case 'GrantRole': {
      const { role, by } = command.data;
      ofAnother(person, command.data);
      if (role === 'family')
        return refuse('person/role-by-link-only', 'Families come by link and hold no role.', 'role');
      if (person.roles.includes(role)) return []; // granted once, however often it is asked
      return [{ type: 'RoleGranted', data: { role, grantedBy: by } }];
    }
    case 'WithdrawRole': {
      const { role, by } = command.data;
      ofAnother(person, command.data);
      if (!person.roles.includes(role)) return [];
      return [{ type: 'RoleWithdrawn', data: { role, withdrawnBy: by } }];
    }
    default:
      return unreachable(command);
  }
};

/** Nobody changes their own roles (reliability.md 3.2). */
const ofAnother = (person: Person, { personId, by }: { personId: string; by: string }): void => {
  if (!person.registered) refuse('person/not-found', 'There is no such person.');
  if (personId === by) refuse('person/own-role', 'Nobody changes their own roles.');
};

const evolve = (person: Person, event: PersonEvent): Person => {
  switch (event.type) {
    case 'PersonRegistered':
      return { ...person, registered: true };
    case 'PersonContactsChanged':
      return person;
    case 'RoleGranted':
      return { ...person, roles: [...person.roles, event.data.role] };
    case 'RoleWithdrawn':
      return { ...person, roles: person.roles.filter((role) => role !== event.data.role) };
    default:
      return unreachable(event);
  }
};

export const personDecider: Decider<Person, PersonCommand, PersonEvent> = {
  category: 'person',
  initialState: { registered: false, roles: [] },
  decide,
  evolve,
};
