import { Module } from '@nestjs/common';
import { AttachConcernFileController } from './commands/attach-concern-file/attach-concern-file.controller.js';
import { AttachConcernFileHandler } from './commands/attach-concern-file/attach-concern-file.handler.js';
import { RemoveConcernFileController } from './commands/remove-concern-file/remove-concern-file.controller.js';
import { RemoveConcernFileHandler } from './commands/remove-concern-file/remove-concern-file.handler.js';
import { ListConcernFilesController } from './views/concern-attachments/list-concern-files.controller.js';
import { ListConcernFilesHandler } from './views/concern-attachments/list-concern-files.query.js';
import { OpenConcernFileController } from './views/concern-attachments/open-concern-file.controller.js';
import { OpenConcernFileHandler } from './views/concern-attachments/open-concern-file.query.js';

/** The letters, photos and documents that come with concerns (domain.md 7.6). */
@Module({
  controllers: [
    AttachConcernFileController,
    ListConcernFilesController,
    OpenConcernFileController,
    RemoveConcernFileController,
  ],
  providers: [AttachConcernFileHandler, ListConcernFilesHandler, OpenConcernFileHandler, RemoveConcernFileHandler],
})
export class ConcernFilesModule {}
