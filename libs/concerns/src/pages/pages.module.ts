import { Module } from '@nestjs/common';
import { ConcernFormController } from './form/concern-form.controller.js';
import { ConcernStatusController } from './status/concern-status.controller.js';

/** The pages on which patients and families write to us, and follow what they wrote. */
@Module({ controllers: [ConcernFormController, ConcernStatusController] })
export class ConcernPagesModule {}
