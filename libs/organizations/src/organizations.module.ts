import { Global, Module } from '@nestjs/common';
import { Members } from '#kernel/access';
import { ClockPolicies } from '#kernel/clocks';
import { Places } from '#kernel/core';
import { Addresses, OnCall } from '#kernel/effects';
import { PublicFacilities } from '#kernel/gate';
import { AdoptPolicyPackController } from './commands/adopt-policy-pack/adopt-policy-pack.controller.js';
import { AdoptPolicyPackHandler } from './commands/adopt-policy-pack/adopt-policy-pack.handler.js';
import { AssignOnCallHandler } from './commands/assign-on-call/assign-on-call.handler.js';
import { ChangeContactsHandler } from './commands/change-contacts/change-contacts.handler.js';
import { DefineClockController } from './commands/define-clock/define-clock.controller.js';
import { DefineClockHandler } from './commands/define-clock/define-clock.handler.js';
import { GrantRoleHandler } from './commands/grant-role/grant-role.handler.js';
import { OpenFacilityHandler } from './commands/open-facility/open-facility.handler.js';
import { OpenUnitHandler } from './commands/open-unit/open-unit.handler.js';
import { RegisterOrganizationHandler } from './commands/register-organization/register-organization.handler.js';
import { RegisterPersonHandler } from './commands/register-person/register-person.handler.js';
import { ReleaseOnCallHandler } from './commands/release-on-call/release-on-call.handler.js';
import { SetPublicContactController } from './commands/set-public-contact/set-public-contact.controller.js';
import { SetPublicContactHandler } from './commands/set-public-contact/set-public-contact.handler.js';
import { WithdrawRoleHandler } from './commands/withdraw-role/withdraw-role.handler.js';
import { ClockPoliciesController } from './views/clock-policies/clock-policies.controller.js';
import { ReadClockPolicyHandler } from './views/clock-policies/clock-policies.query.js';
import { ViewedClockPolicies } from './views/clock-policies/viewed-clock-policies.js';
import { ListFacilitiesController } from './views/facilities/facilities.controller.js';
import { ListFacilitiesHandler } from './views/facilities/facilities.query.js';
import { ViewedPlaces } from './views/facilities/viewed-places.js';
import { ViewedAddresses } from './views/members/viewed-addresses.js';
import { ViewedMembers } from './views/members/viewed-members.js';
import { OnCallController } from './views/on-call/on-call.controller.js';
import { ListShiftsHandler } from './views/on-call/on-call.query.js';
import { ViewedOnCall } from './views/on-call/viewed-on-call.js';
import { ViewedPublicFacilities } from './views/public-contacts/viewed-public-facilities.js';

/** Global, since it answers the kernel's ports for every other context. */
@Global()
@Module({
  controllers: [
    AdoptPolicyPackController,
    ClockPoliciesController,
    DefineClockController,
    ListFacilitiesController,
    OnCallController,
    SetPublicContactController,
  ],
  providers: [
    AdoptPolicyPackHandler,
    AssignOnCallHandler,
    ChangeContactsHandler,
    DefineClockHandler,
    GrantRoleHandler,
    OpenFacilityHandler,
    OpenUnitHandler,
    RegisterOrganizationHandler,
    RegisterPersonHandler,
    ReleaseOnCallHandler,
    SetPublicContactHandler,
    WithdrawRoleHandler,
    ListShiftsHandler,
    ReadClockPolicyHandler,
    ListFacilitiesHandler,
    { provide: Places, useClass: ViewedPlaces },
    { provide: Members, useClass: ViewedMembers },
    { provide: Addresses, useClass: ViewedAddresses },
    { provide: OnCall, useClass: ViewedOnCall },
    { provide: ClockPolicies, useClass: ViewedClockPolicies },
    { provide: PublicFacilities, useClass: ViewedPublicFacilities },
  ],
  exports: [Places, Members, Addresses, OnCall, ClockPolicies, PublicFacilities],
})
export class OrganizationsModule {}
