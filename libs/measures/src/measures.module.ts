import { Module } from '@nestjs/common';
import { TakeSnapshotController } from './commands/take-snapshot/take-snapshot.controller.js';
import { TakeSnapshotHandler } from './commands/take-snapshot/take-snapshot.handler.js';
import { Counts } from './counts/counts.js';
import { Figures } from './figures/figures.js';
import { CountSubjectsController } from './views/count-subjects/count-subjects.controller.js';
import { OpenCountHandler } from './views/count-subjects/count-subjects.query.js';
import { MeasureCasesController } from './views/measure-cases/measure-cases.controller.js';
import { OpenFigureHandler } from './views/measure-cases/measure-cases.query.js';
import { MeasureCountsController } from './views/measure-counts/measure-counts.controller.js';
import { ReadCountsHandler } from './views/measure-counts/measure-counts.query.js';
import { MeasureDefinitionsController } from './views/measure-definitions/measure-definitions.controller.js';
import { MeasureFiguresController } from './views/measure-figures/measure-figures.controller.js';
import { ReadFiguresHandler } from './views/measure-figures/measure-figures.query.js';
import { MeasureSnapshotController } from './views/measure-snapshots/measure-snapshot.controller.js';
import { MeasureSnapshotsController } from './views/measure-snapshots/measure-snapshots.controller.js';
import { ListSnapshotsHandler, ReadSnapshotHandler } from './views/measure-snapshots/measure-snapshots.query.js';

@Module({
  controllers: [
    CountSubjectsController,
    MeasureCasesController,
    MeasureCountsController,
    MeasureDefinitionsController,
    MeasureFiguresController,
    MeasureSnapshotController,
    MeasureSnapshotsController,
    TakeSnapshotController,
  ],
  providers: [
    Counts,
    Figures,
    ListSnapshotsHandler,
    OpenCountHandler,
    OpenFigureHandler,
    ReadCountsHandler,
    ReadFiguresHandler,
    ReadSnapshotHandler,
    TakeSnapshotHandler,
  ],
})
export class MeasuresModule {}
