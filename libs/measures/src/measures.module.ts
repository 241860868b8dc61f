import { Module } from '@nestjs/common';
import { TakeSnapshotController } from './commands/take-snapshot/take-snapshot.controller.js';
import { TakeSnapshotHandler } from './commands/take-snapshot/take-snapshot.handler.js';
import { Figures } from './figures/figures.js';
import { MeasureCasesController } from './views/measure-cases/measure-cases.controller.js';
import { OpenFigureHandler } from './views/measure-cases/measure-cases.query.js';
import { MeasureDefinitionsController } from './views/measure-definitions/measure-definitions.controller.js';
import { MeasureFiguresController } from './views/measure-figures/measure-figures.controller.js';
import { ReadFiguresHandler } from './views/measure-figures/measure-figures.query.js';
import { MeasureSnapshotController } from './views/measure-snapshots/measure-snapshot.controller.js';
import { MeasureSnapshotsController } from './views/measure-snapshots/measure-snapshots.controller.js';
import { ListSnapshotsHandler, ReadSnapshotHandler } from './views/measure-snapshots/measure-snapshots.query.js';

@Module({
  controllers: [
    MeasureCasesController,
    MeasureDefinitionsController,
    MeasureFiguresController,
    MeasureSnapshotController,
    MeasureSnapshotsController,
    TakeSnapshotController,
  ],
  providers: [
    Figures,
    ListSnapshotsHandler,
    OpenFigureHandler,
    ReadFiguresHandler,
    ReadSnapshotHandler,
    TakeSnapshotHandler,
  ],
})
export class MeasuresModule {}
