import { Module } from '@nestjs/common';
import { DeadlineChanges } from './deadline-changes.js';
import { DeadlinesController } from './deadlines.controller.js';
import { DueListController } from './due-list.controller.js';
import { ListDeadlinesHandler, StreamOfDeadlineHandler } from './due-list.query.js';

/** What is due, and what people do about it. */
@Module({
  controllers: [DueListController, DeadlinesController],
  providers: [DeadlineChanges, ListDeadlinesHandler, StreamOfDeadlineHandler],
})
export class DeadlinesModule {}
