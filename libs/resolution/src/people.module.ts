import { Module } from '@nestjs/common';
import { ArrangeLiaisonCoverController } from './commands/arrange-liaison-cover/arrange-liaison-cover.controller.js';
import { ArrangeLiaisonCoverHandler } from './commands/arrange-liaison-cover/arrange-liaison-cover.handler.js';
import { AssessNeedsController } from './commands/assess-needs/assess-needs.controller.js';
import { AssessNeedsHandler } from './commands/assess-needs/assess-needs.handler.js';
import { ChangeLiaisonController } from './commands/change-liaison/change-liaison.controller.js';
import { ChangeLiaisonHandler } from './commands/change-liaison/change-liaison.handler.js';
import { ChangeResponseTeamController } from './commands/change-response-team/change-response-team.controller.js';
import { ChangeResponseTeamHandler } from './commands/change-response-team/change-response-team.handler.js';
import { DeclineProgramController } from './commands/decline-program/decline-program.controller.js';
import { DeclineProgramHandler } from './commands/decline-program/decline-program.handler.js';
import { EndRepresentativeController } from './commands/end-representative/end-representative.controller.js';
import { EndRepresentativeHandler } from './commands/end-representative/end-representative.handler.js';
import { NoteInvolvedStaffHandler } from './commands/note-involved-staff/note-involved-staff.handler.js';
import { NoteMajorityHandler } from './commands/note-majority/note-majority.handler.js';
import { NotePatientDeathHandler } from './commands/note-patient-death/note-patient-death.handler.js';
import { OfferSupportController } from './commands/offer-support/offer-support.controller.js';
import { OfferSupportHandler } from './commands/offer-support/offer-support.handler.js';
import { RecheckAuthorityController } from './commands/recheck-authority/recheck-authority.controller.js';
import { RecheckAuthorityHandler } from './commands/recheck-authority/recheck-authority.handler.js';
import { RecordCapacityController } from './commands/record-capacity/record-capacity.controller.js';
import { RecordCapacityHandler } from './commands/record-capacity/record-capacity.handler.js';
import { RecordContactWishController } from './commands/record-contact-wish/record-contact-wish.controller.js';
import { RecordContactWishHandler } from './commands/record-contact-wish/record-contact-wish.handler.js';
import { RecordMinorViewController } from './commands/record-minor-view/record-minor-view.controller.js';
import { RecordMinorViewHandler } from './commands/record-minor-view/record-minor-view.handler.js';
import { RecordMinorityController } from './commands/record-minority/record-minority.controller.js';
import { RecordMinorityHandler } from './commands/record-minority/record-minority.handler.js';
import { RecordRelativesConflictController } from './commands/record-relatives-conflict/record-relatives-conflict.controller.js';
import { RecordRelativesConflictHandler } from './commands/record-relatives-conflict/record-relatives-conflict.handler.js';
import { RecordRepresentativeController } from './commands/record-representative/record-representative.controller.js';
import { RecordRepresentativeHandler } from './commands/record-representative/record-representative.handler.js';
import { SettleRelativesConflictController } from './commands/settle-relatives-conflict/settle-relatives-conflict.controller.js';
import { SettleRelativesConflictHandler } from './commands/settle-relatives-conflict/settle-relatives-conflict.handler.js';

/** Who may hear and who may decide in a case, and who of us is there for them. */
@Module({
  controllers: [
    ArrangeLiaisonCoverController,
    AssessNeedsController,
    ChangeLiaisonController,
    ChangeResponseTeamController,
    DeclineProgramController,
    EndRepresentativeController,
    OfferSupportController,
    RecheckAuthorityController,
    RecordCapacityController,
    RecordContactWishController,
    RecordMinorViewController,
    RecordMinorityController,
    RecordRelativesConflictController,
    RecordRepresentativeController,
    SettleRelativesConflictController,
  ],
  providers: [
    ArrangeLiaisonCoverHandler,
    AssessNeedsHandler,
    ChangeLiaisonHandler,
    ChangeResponseTeamHandler,
    DeclineProgramHandler,
    EndRepresentativeHandler,
    NoteInvolvedStaffHandler,
    NotePatientDeathHandler,
    OfferSupportHandler,
    RecheckAuthorityHandler,
    RecordCapacityHandler,
    RecordContactWishHandler,
    RecordMinorViewHandler,
    RecordMinorityHandler,
    RecordRelativesConflictHandler,
    RecordRepresentativeHandler,
    NoteMajorityHandler,
    SettleRelativesConflictHandler,
  ],
})
export class PeopleModule {}
