import type { Context } from '#kernel/assembly';
import { clockPolicyDecider } from './clock-policy/clock-policy.decider.js';
import { clockPolicyCatalogue } from './clock-policy/clock-policy.events.js';
import { onCallDecider } from './on-call/on-call.decider.js';
import { onCallCatalogue } from './on-call/on-call.events.js';
import { organizationDecider } from './organization/organization.decider.js';
import { organizationCatalogue } from './organization/organization.events.js';
import { personDecider } from './person/person.decider.js';
import { personCatalogue } from './person/person.events.js';
import { clockPoliciesMigration } from './views/clock-policies/clock-policies.migration.js';
import { clockPolicies } from './views/clock-policies/clock-policies.projection.js';
import { facilitiesMigration } from './views/facilities/facilities.migration.js';
import { facilities } from './views/facilities/facilities.projection.js';
import { memberEmailMigration, membersMigration } from './views/members/members.migration.js';
import { members } from './views/members/members.projection.js';
import { onCallMigration } from './views/on-call/on-call.migration.js';
import { onCall } from './views/on-call/on-call.projection.js';
import { personasMigration } from './views/personas/personas.migration.js';
import { publicContactsMigration } from './views/public-contacts/public-contacts.migration.js';
import { publicContacts } from './views/public-contacts/public-contacts.projection.js';

export { AdoptPolicyPack } from './commands/adopt-policy-pack/adopt-policy-pack.command.js';
export { AssignOnCall } from './commands/assign-on-call/assign-on-call.command.js';
export { ChangeContacts } from './commands/change-contacts/change-contacts.command.js';
export { DefineClock } from './commands/define-clock/define-clock.command.js';
export { GrantRole } from './commands/grant-role/grant-role.command.js';
export { OpenFacility } from './commands/open-facility/open-facility.command.js';
export { OpenUnit } from './commands/open-unit/open-unit.command.js';
export { RegisterOrganization } from './commands/register-organization/register-organization.command.js';
export { RegisterPerson } from './commands/register-person/register-person.command.js';
export { ReleaseOnCall } from './commands/release-on-call/release-on-call.command.js';
export { SetPublicContact } from './commands/set-public-contact/set-public-contact.command.js';
export { WithdrawRole } from './commands/withdraw-role/withdraw-role.command.js';
export { DUTIES, type Duty } from './on-call/on-call.events.js';
export { OrganizationsModule } from './organizations.module.js';
export { ListFacilities } from './views/facilities/facilities.query.js';
export { ListShifts } from './views/on-call/on-call.query.js';
export { type Persona, Personas } from './views/personas/personas.js';

/** What this context brings to a process. */
export const organizations: Context = {
  name: 'organizations',
  catalogue: [...organizationCatalogue, ...personCatalogue, ...onCallCatalogue, ...clockPolicyCatalogue],
  migrations: [
    facilitiesMigration,
    membersMigration,
    personasMigration,
    memberEmailMigration,
    onCallMigration,
    clockPoliciesMigration,
    publicContactsMigration,
  ],
  projections: [facilities, members, onCall, clockPolicies, publicContacts],
  watched: {
    organization: 'organization.read',
    person: 'person.read',
    'on-call': 'on-call.read',
    'clock-policy': 'clock-policy.read',
  },
  deciders: [
    { decider: organizationDecider, reading: 'organization.read' },
    { decider: personDecider, reading: 'person.read' },
    { decider: onCallDecider, reading: 'on-call.read' },
    { decider: clockPolicyDecider, reading: 'clock-policy.read' },
  ],
};
