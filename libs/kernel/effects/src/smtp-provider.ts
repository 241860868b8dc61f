import { createTransport } from 'nodemailer';
import { type Mail, NotTaken, Provider, RefusedForGood } from './provider.js';

/** Milliseconds that a mail server may take to answer. */
const PATIENCE = 20_000;

/** Steps of SMTP before the mail itself: whoever fails here has taken nothing. */
const BEFORE_THE_MAIL = /^(CONN|EHLO|HELO|LHLO|STARTTLS|AUTH|MAIL FROM|RCPT TO)/;

interface SmtpError {
  readonly responseCode?: number;
  readonly command?: string;
  readonly code?: string;
}

/** What an error of nodemailer means for the mail. */
export const meaningOf = (error: unknown): Error => {
  const { responseCode, command = '', code } = error as SmtpError;
  const told = `${code ?? 'SMTP'}${responseCode ? ` ${responseCode}` : ''}`;
  if (responseCode !== undefined && responseCode >= 500) return new RefusedForGood(told);
  if (responseCode !== undefined && responseCode >= 400) return new NotTaken(told);
  if (BEFORE_THE_MAIL.test(command) || code === 'EDNS' || code === 'ECONNECTION') return new NotTaken(told);
  return error instanceof Error ? error : new Error(told);
};

/** Sends through a mail server (SMTP). The effect's key makes the Message-ID: a mail that came twice shows it. */
export class SmtpProvider extends Provider {
  private readonly transport;

  constructor(
    url: string,
    private readonly from: string,
  ) {
    super();
    this.transport = createTransport(url, {
      connectionTimeout: PATIENCE,
      greetingTimeout: PATIENCE,
      socketTimeout: PATIENCE,
      disableFileAccess: true,
      disableUrlAccess: true,
    } as object);
  }

  async deliver({ key, to, subject, text }: Mail): Promise<string> {
    const messageId = `<${key.replaceAll('/', '.')}@forthright>`;
    try {
      const { messageId: taken } = await this.transport.sendMail({
        from: this.from,
        to,
        subject,
        text,
        messageId,
        headers: { 'X-Forthright-Key': key, 'Auto-Submitted': 'auto-generated' },
      });
      return taken;
    } catch (error) {
      throw meaningOf(error);
    }
  }
}
