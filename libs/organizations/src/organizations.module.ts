import { Global, Module } from '@nestjs/common';
import { Members } from '#kernel/access';
import { Places } from '#kernel/core';
import { GrantRoleHandler } from './commands/grant-role/grant-role.handler.js';
import { OpenFacilityHandler } from './commands/open-facility/open-facility.handler.js';
import { OpenUnitHandler } from './commands/open-unit/open-unit.handler.js';
import { RegisterOrganizationHandler } from './commands/register-organization/register-organization.handler.js';
import { RegisterPersonHandler } from './commands/register-person/register-person.handler.js';
import { WithdrawRoleHandler } from './commands/withdraw-role/withdraw-role.handler.js';
import { ListFacilitiesController } from './views/facilities/facilities.controller.js';
import { ListFacilitiesHandler } from './views/facilities/facilities.query.js';
import { ViewedPlaces } from './views/facilities/viewed-places.js';
import { ViewedMembers } from './views/members/viewed-members.js';

/** Global, since it answers the kernel's ports for every other context. */
@Global()
@Module({
  controllers: [ListFacilitiesController],
  providers: [
    GrantRoleHandler,
    OpenFacilityHandler,
    OpenUnitHandler,
    RegisterOrganizationHandler,
    RegisterPersonHandler,
    WithdrawRoleHandler,
    ListFacilitiesHandler,
    { provide: Places, useClass: ViewedPlaces },
    { provide: Members, useClass: ViewedMembers },
  ],
  exports: [Places, Members],
})
export class OrganizationsModule {}
