import { readMailConfig } from './mail-config.js';

describe('the configuration of mail', () => {
  it('needs nothing: then nothing leaves, and links lead to this machine', () => {
    expect(readMailConfig({}, 3000)).toEqual({ from: 'forthright@localhost', publicUrl: 'http://127.0.0.1:3000' });
  });
  it('takes a server with a sender', () => {
    const env = {
      SMTP_URL: 'smtps://u:p@mail.example',
      MAIL_FROM: 'Forthright <f@x.example>',
      PUBLIC_URL: 'https://f.example',
    };
    expect(readMailConfig(env, 1)).toEqual({ smtpUrl: env.SMTP_URL, from: env.MAIL_FROM, publicUrl: env.PUBLIC_URL });
  });
  it.each([
    [{ SMTP_URL: 'http://mail.example', MAIL_FROM: 'f@x.example' }, 'SMTP_URL'],
    [{ SMTP_URL: 'smtp://mail.example' }, 'MAIL_FROM'],
    [{ MAIL_FROM: 'nobody' }, 'MAIL_FROM'],
    [{ MAIL_FROM: 'a@b.example\r\nBcc: c@d.example' }, 'MAIL_FROM'],
    [{ PUBLIC_URL: 'f.example' }, 'PUBLIC_URL'],
  ])('refuses %j by name', (env, name) => {
    expect(() => readMailConfig(env, 1)).toThrow(name);
  });
});
