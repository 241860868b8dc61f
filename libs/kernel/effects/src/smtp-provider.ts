import { createTransport } from 'nodemailer';
import { type Mail, NotTaken, Provider, RefusedForGood } from './provider.js';

/** Milliseconds that a mail server may take to answer. */
const PATIENCE = 15_000;

/** Hears on the wire whether the mail itself was under way. It keeps nothing: what it hears holds addresses. */
class Witness {
  /** DATA was said: from here on the server may have taken the mail, whatever it answers or does not. */
  underWay = false;

  readonly logger = Object.fromEntries(
    ['level', 'trace', 'debug', 'info', 'warn', 'error', 'fatal'].map((level) => [level, this.hear.bind(this)]),
  );

  private hear(entry?: { readonly tnx?: string }, ...words: readonly unknown[]): void {
    const said = words[0] === '%s' ? words[1] : words[0];
    if (entry?.tnx === 'client' && String(said).trim() === 'DATA') this.underWay = true;
  }
}

/** What an error of nodemailer means for the mail. It says `CONN` of every broken connection, so the wire has to tell. */
const meaningOf = (error: unknown, { underWay }: Witness): Error => {
  const { responseCode, code } = error as { responseCode?: number; code?: string };
  const told = `${code ?? 'SMTP'}${responseCode ? ` ${responseCode}` : ''}`;
  if (responseCode !== undefined && responseCode >= 500) return new RefusedForGood(told);
  if (responseCode !== undefined && responseCode >= 400) return new NotTaken(told);
  return underWay ? new Error(told) : new NotTaken(told);
};

/** Sends through a mail server (SMTP). The effect's id makes the Message-ID: a mail that came twice shows it. */
export class SmtpProvider extends Provider {
  constructor(
    private readonly url: string,
    private readonly from: string,
  ) {
    super();
  }

  async deliver({ id, key, to, subject, text }: Mail): Promise<string> {
    const witness = new Witness();
    const transport = createTransport({
      url: this.url,
      connectionTimeout: PATIENCE,
      greetingTimeout: PATIENCE,
      socketTimeout: PATIENCE,
      disableFileAccess: true,
      disableUrlAccess: true,
      transactionLog: true,
      logger: witness.logger,
    } as object);
    try {
      const { messageId } = await transport.sendMail({
        from: this.from,
        to,
        subject,
        text,
        messageId: `<${id}@forthright>`,
        headers: { 'X-Forthright-Key': key, 'Auto-Submitted': 'auto-generated' },
      });
      return messageId;
    } catch (error) {
      throw meaningOf(error, witness);
    } finally {
      transport.close();
    }
  }
}
