import type { MailboxEntry } from '#kernel/effects';

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escaped = (text: string): string => text.replace(/[&<>"']/g, (found) => ENTITIES[found] ?? found);

const STYLE = `
body { font: 16px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 48rem; padding: 0 1rem; color: #1d2733; background: #f6f7f9 }
h1 { font-size: 1.4rem } article { background: #fff; border: 1px solid #d8dee6; border-radius: 8px; margin: 1rem 0; padding: 1rem 1.25rem }
h2 { font-size: 1.05rem; margin: 0 0 .25rem } p.meta { color: #5a6878; margin: 0 0 .75rem } pre { font: inherit; margin: 0; white-space: pre-wrap }`;

/** The development mailbox as a page: what would have been mailed, newest first. */
export const mailboxPage = (entries: readonly MailboxEntry[]): string => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Development mailbox</title><style>${STYLE}</style></head><body>
<h1>Development mailbox</h1>
<p>What this installation would have mailed if SMTP_URL named a server. Production has no such page.</p>
${entries.length === 0 ? '<p>Nothing yet. Report a safety event with severe harm, and look again.</p>' : entries.map(article).join('\n')}
</body></html>
`;

const article = ({ to, subject, text, at }: MailboxEntry): string => `<article>
<h2>${escaped(subject)}</h2>
<p class="meta">to ${escaped(to)} · <time datetime="${at}">${at.replace('T', ' ').slice(0, 16)} UTC</time></p>
<pre>${escaped(text.trim())}</pre>
</article>`;
