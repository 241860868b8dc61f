import { ConfigProblem } from '#kernel/platform';

/** Where mails go and what their links begin with. Without a server nothing leaves. */
export interface MailConfig {
  readonly smtpUrl?: string;
  readonly from: string;
  readonly publicUrl: string;
}

const SMTP = /^smtps?:\/\/\S+$/;
const FROM = /^[^\r\n]*[^\s@<>]+@[^\s@<>]+>?$/;
const HTTP = /^https?:\/\/\S+$/;

/** Reads SMTP_URL, MAIL_FROM and PUBLIC_URL. Throws a `ConfigProblem` that names what is wrong. */
export const readMailConfig = (env: NodeJS.ProcessEnv, port: number): MailConfig => {
  const { SMTP_URL, MAIL_FROM, PUBLIC_URL = `http://127.0.0.1:${port}` } = env;
  const problems = [
    ...(SMTP_URL && !SMTP.test(SMTP_URL) ? ['SMTP_URL must begin with smtp:// or smtps://'] : []),
    ...(SMTP_URL && !MAIL_FROM ? ['MAIL_FROM is required beside SMTP_URL'] : []),
    ...(MAIL_FROM && !FROM.test(MAIL_FROM) ? ['MAIL_FROM must be an email address'] : []),
    ...(HTTP.test(PUBLIC_URL) ? [] : ['PUBLIC_URL must begin with http:// or https://']),
  ];
  if (problems.length > 0) throw new ConfigProblem(problems.join('; '));
  return { ...(SMTP_URL && { smtpUrl: SMTP_URL }), from: MAIL_FROM ?? 'forthright@localhost', publicUrl: PUBLIC_URL };
};
