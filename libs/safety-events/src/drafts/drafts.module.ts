import { Module } from '@nestjs/common';
import { Database } from '#kernel/platform';
import { Safe } from '#kernel/privacy';
import { DraftsController } from './drafts.controller.js';
import { Drafts } from './drafts.js';
import { ReadDraftsHandler } from './read-drafts.query.js';

/** Half-written reports: their writers' alone. */
@Module({
  controllers: [DraftsController],
  providers: [
    ReadDraftsHandler,
    { provide: Drafts, useFactory: (db: Database, safe: Safe) => new Drafts(db, safe), inject: [Database, Safe] },
  ],
  exports: [Drafts],
})
export class DraftsModule {}
