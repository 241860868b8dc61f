import type { Context } from '#kernel/assembly';
import { whenInvolvedStaffIdentifiedThenOweSupport } from './automations/when-involved-staff-identified-then-owe-support.js';
import { whenSupportOwedThenTellPeerSupporters } from './automations/when-support-owed-then-tell-peer-supporters.js';
import { caregiverSupportClocks } from './caregiver-support/caregiver-support.clocks.js';
import { caregiverSupportDecider } from './caregiver-support/caregiver-support.decider.js';
import { caregiverSupportCatalogue } from './caregiver-support/caregiver-support.events.js';
import { ownSupportMigration, supportListMigration } from './views/support-list/support-list.migration.js';
import { supportList } from './views/support-list/support-list.projection.js';

export { CaregiverSupportModule } from './caregiver-support.module.js';

/** What this context brings to a process. None of its streams is watched: the live feed never tells of them. */
export const caregiverSupport: Context = {
  name: 'caregiver-support',
  catalogue: caregiverSupportCatalogue,
  migrations: [supportListMigration, ownSupportMigration],
  projections: [supportList],
  readers: [whenSupportOwedThenTellPeerSupporters],
  automations: [whenInvolvedStaffIdentifiedThenOweSupport],
  clocks: [caregiverSupportClocks],
  deciders: [{ decider: caregiverSupportDecider, reading: 'caregiver-support.read' }],
};
