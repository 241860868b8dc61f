import { Module } from '@nestjs/common';
import { CaseController } from './views/case/case.controller.js';
import { ReadCaseHandler } from './views/case/case.query.js';
import { ChronologyController } from './views/chronology/chronology.controller.js';
import { ReadChronologyHandler } from './views/chronology/chronology.query.js';
import { PatientViewController } from './views/patient-view/patient-view.controller.js';
import { PreviewPatientViewHandler } from './views/patient-view/patient-view.query.js';
import { WorkListController } from './views/work-list/work-list.controller.js';
import { ListCasesHandler } from './views/work-list/work-list.query.js';

/** What is read of resolution cases. */
@Module({
  controllers: [WorkListController, CaseController, ChronologyController, PatientViewController],
  providers: [ListCasesHandler, ReadCaseHandler, ReadChronologyHandler, PreviewPatientViewHandler],
})
export class CaseViewsModule {}
