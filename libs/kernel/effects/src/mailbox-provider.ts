import type { Database } from '#kernel/platform';
import { putIntoMailbox, readMailbox } from './effects.sql.js';
import { type Mail, Provider } from './provider.js';

/** A mail as the development mailbox shows it. */
export interface MailboxEntry extends Omit<Mail, 'id'> {
  readonly at: string;
}

/** Keeps mails in a table instead of sending them: what a development installation shows. Never in production. */
export class MailboxProvider extends Provider {
  constructor(private readonly db: Database) {
    super();
  }

  async deliver({ org, key, to, subject, text }: Mail): Promise<string> {
    await this.db.call({ text: putIntoMailbox, values: [org, key, to, subject, text] });
    return `mailbox/${key}`;
  }

  /** What was "sent", newest first. */
  async entries(limit: number): Promise<MailboxEntry[]> {
    const rows = await this.db.call<{
      org: string;
      key: string;
      recipient: string;
      subject: string;
      body: string;
      at: Date;
    }>({
      text: readMailbox,
      values: [limit],
    });
    return rows.map(({ recipient, body, at, ...row }) => ({ ...row, to: recipient, text: body, at: at.toISOString() }));
  }
}
