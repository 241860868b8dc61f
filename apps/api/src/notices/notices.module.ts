import { type DynamicModule, Module } from '@nestjs/common';
import { Effects, Inbox, MailboxProvider } from '#kernel/effects';
import { type Config, Database } from '#kernel/platform';
import { EffectsController } from './effects.controller.js';
import { InboxController } from './inbox.controller.js';
import { MAILBOX, MailboxController } from './mailbox.controller.js';

/** What people are told, and what became of it. */
@Module({})
export class NoticesModule {
  static of({ mode }: Config): DynamicModule {
    const development = mode !== 'production';
    return {
      module: NoticesModule,
      controllers: [InboxController, EffectsController, ...(development ? [MailboxController] : [])],
      providers: [
        { provide: Inbox, useFactory: (db: Database) => new Inbox(db), inject: [Database] },
        { provide: Effects, useFactory: (db: Database) => new Effects(db), inject: [Database] },
        { provide: MAILBOX, useFactory: (db: Database) => new MailboxProvider(db), inject: [Database] },
      ],
    };
  }
}
