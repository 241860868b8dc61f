import type { INestApplicationContext } from '@nestjs/common';
import type { ReadSide } from '#kernel/assembly';
import {
  Addresses,
  Executor,
  MailboxProvider,
  OnCall,
  type Provider,
  readMailConfig,
  SmtpProvider,
} from '#kernel/effects';
import type { ConnectedConfig, Logger } from '#kernel/platform';

/** Brings notices to people: by SMTP where a server is named, into the development mailbox elsewhere. */
export const startExecutor = (
  config: ConnectedConfig,
  app: INestApplicationContext,
  { db }: ReadSide,
  log: Logger,
): Executor => {
  const { smtpUrl, from, publicUrl } = readMailConfig(process.env, config.port);
  let provider: Provider | undefined;
  if (smtpUrl) provider = new SmtpProvider(smtpUrl, from);
  else if (config.mode !== 'production') provider = new MailboxProvider(db);
  else log.warn('SMTP_URL names no mail server: pages reach inboxes only, and mails wait');
  const executor = new Executor(db, app.get(Addresses), app.get(OnCall), provider, publicUrl, log);
  executor.start();
  return executor;
};
