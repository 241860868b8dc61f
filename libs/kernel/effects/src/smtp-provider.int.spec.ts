import { createServer, type Server, type Socket } from 'node:net';
import { freePort } from '#kernel/platform';
import { NotTaken, RefusedForGood } from './provider.js';
import { SmtpProvider } from './smtp-provider.js';

const mail = { org: 'o', id: 'an-id', key: 'a/key', to: 'd@there.example', subject: 'A page', text: 'Look.' };

/** What a server answers to a command, and to a mail. */
type Answers = Readonly<Record<string, (socket: Socket) => void>>;

/** A mail server that answers as it is told, and keeps what it took. */
class MailServer {
  readonly taken: string[] = [];
  private server: Server | undefined;

  constructor(private readonly answers: Answers = {}) {}

  async open(): Promise<string> {
    this.server = createServer((socket) => this.serve(socket));
    const port = await freePort();
    await new Promise<void>((resolve) => this.server?.listen(port, '127.0.0.1', resolve));
    return `smtp://127.0.0.1:${port}`;
  }

  close(): void {
    this.server?.close();
  }

  private serve(socket: Socket): void {
    let heard = '';
    let inMail = false;
    socket.on('error', () => undefined);
    socket.write('220 ready\r\n');
    socket.on('data', (chunk) => {
      heard += chunk.toString('utf8');
      for (;;) {
        const end = inMail ? '\r\n.\r\n' : '\r\n';
        const at = heard.indexOf(end);
        if (at < 0) return;
        const said = heard.slice(0, at);
        heard = heard.slice(at + end.length);
        const verb = inMail ? 'MAIL BODY' : (said.split(' ')[0] ?? '');
        if (inMail) this.taken.push(said);
        inMail = verb === 'DATA' && !this.answers.DATA;
        const answer = this.answers[verb];
        if (answer) answer(socket);
        else socket.write(inMail ? '354 go on\r\n' : '250 fine\r\n');
      }
    });
  }
}

const says = (line: string) => (socket: Socket) => void socket.write(`${line}\r\n`);
const hangsUp = (socket: Socket) => void socket.end();

describe('mail by SMTP', () => {
  const delivering = async (answers: Answers) => {
    const server = new MailServer(answers);
    const outcome = await new SmtpProvider(await server.open(), 'f@here.example')
      .deliver(mail)
      .catch((error: Error) => error);
    server.close();
    return { outcome, taken: server.taken };
  };

  it('is taken, under an id that is the same at every try', async () => {
    const { outcome, taken } = await delivering({});
    expect(outcome).toBe('<an-id@forthright>');
    expect(taken).toHaveLength(1);
    expect(taken[0]).toContain('Message-ID: <an-id@forthright>');
    expect(taken[0]).toContain('X-Forthright-Key: a/key');
  });

  it.each<[string, Answers, unknown]>([
    ['refused for good at the recipient', { RCPT: says('550 nobody') }, RefusedForGood],
    ['refused for good at the end', { 'MAIL BODY': says('554 spam') }, RefusedForGood],
    ['put off at the recipient', { RCPT: says('451 later') }, NotTaken],
    ['put off at the end', { 'MAIL BODY': says('452 full') }, NotTaken],
    ['cut off at the recipient', { RCPT: hangsUp }, NotTaken],
    ['cut off before the mail', { MAIL: hangsUp }, NotTaken],
  ])('%s', async (_, answers, kind) => {
    expect((await delivering(answers)).outcome).toBeInstanceOf(kind);
  });

  it.each<[string, Answers]>([
    ['after the mail was given, before the answer', { 'MAIL BODY': hangsUp }],
    ['by a reset', { 'MAIL BODY': (socket) => void socket.resetAndDestroy() }],
    ['when the mail was about to be given', { DATA: hangsUp }],
  ])('is unknown where the connection broke %s', async (_, answers) => {
    const { outcome } = await delivering(answers);
    expect(outcome).toBeInstanceOf(Error);
    expect(outcome).not.toBeInstanceOf(NotTaken);
    expect(outcome).not.toBeInstanceOf(RefusedForGood);
  });

  it('was not taken where nobody listens', async () => {
    const provider = new SmtpProvider(`smtp://127.0.0.1:${await freePort()}`, 'f@here.example');
    await expect(provider.deliver(mail)).rejects.toBeInstanceOf(NotTaken);
  });
});
