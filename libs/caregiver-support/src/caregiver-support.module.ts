import { Module } from '@nestjs/common';
import { AcceptCaregiverSupportController } from './commands/accept-support/accept-support.controller.js';
import { AcceptCaregiverSupportHandler } from './commands/accept-support/accept-support.handler.js';
import { DeclineCaregiverSupportController } from './commands/decline-support/decline-support.controller.js';
import { DeclineCaregiverSupportHandler } from './commands/decline-support/decline-support.handler.js';
import { EndCaregiverSupportController } from './commands/end-support/end-support.controller.js';
import { EndCaregiverSupportHandler } from './commands/end-support/end-support.handler.js';
import { HoldSupportContactController } from './commands/hold-contact/hold-contact.controller.js';
import { HoldSupportContactHandler } from './commands/hold-contact/hold-contact.handler.js';
import { OfferCaregiverSupportController } from './commands/offer-support/offer-support.controller.js';
import { OfferCaregiverSupportHandler } from './commands/offer-support/offer-support.handler.js';
import { OweCaregiverSupportHandler } from './commands/owe-support/owe-support.handler.js';
import { SupportListController } from './views/support-list/support-list.controller.js';
import { ListSupportHandler, ReadSupportHandler } from './views/support-list/support-list.query.js';
import { UptakeController } from './views/uptake/uptake.controller.js';
import { ReadUptakeHandler } from './views/uptake/uptake.query.js';

@Module({
  controllers: [
    UptakeController, // before the one whose path takes any id
    SupportListController,
    AcceptCaregiverSupportController,
    DeclineCaregiverSupportController,
    EndCaregiverSupportController,
    HoldSupportContactController,
    OfferCaregiverSupportController,
  ],
  providers: [
    AcceptCaregiverSupportHandler,
    DeclineCaregiverSupportHandler,
    EndCaregiverSupportHandler,
    HoldSupportContactHandler,
    ListSupportHandler,
    OfferCaregiverSupportHandler,
    OweCaregiverSupportHandler,
    ReadSupportHandler,
    ReadUptakeHandler,
  ],
})
export class CaregiverSupportModule {}
