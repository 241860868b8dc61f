import { Module } from '@nestjs/common';
import { ConcernFileController } from './file/concern-file.controller.js';
import { ConcernFormController } from './form/concern-form.controller.js';
import { ConcernStatusController } from './status/concern-status.controller.js';
import { FollowedConcern } from './status/followed-concern.js';

/** The pages on which patients and families write to us, and follow what they wrote. */
@Module({
  controllers: [ConcernFileController, ConcernFormController, ConcernStatusController],
  providers: [FollowedConcern],
})
export class ConcernPagesModule {}
