const STYLE = `
  body { font: 1rem/1.5 system-ui, sans-serif; color: #1c2733; background: #f4f6f8; margin: 0; }
  main { max-width: 28rem; margin: 12vh auto; padding: 2rem; background: #fff; border: 1px solid #d5dce3; border-radius: .5rem; }
  h1 { font-size: 1.25rem; margin: 0 0 1rem; }
  label { display: block; font-weight: 600; margin-bottom: .25rem; }
  input { box-sizing: border-box; width: 100%; font: inherit; padding: .5rem; border: 1px solid #5c6b7a; border-radius: .25rem; }
  button { font: inherit; font-weight: 600; margin-top: 1rem; padding: .5rem 1.25rem; border: 0; border-radius: .25rem; background: #14532d; color: #fff; cursor: pointer; }
  :focus-visible { outline: 3px solid #2563eb; outline-offset: 2px; }
  .problem { padding: .5rem .75rem; border-left: 4px solid #b91c1c; background: #fef2f2; }
  .hint { color: #46535f; font-size: .9rem; }
  code { font-size: .85rem; }`;

/** A page of operations, without any script. The parts are ours: nothing that somebody sent stands in it. */
const page = (title: string, content: string): string => `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} · Forthright operations</title>
<style>${STYLE}
</style>
</head>
<body>
<main>
<h1>${title}</h1>
${content}
</main>
</body>
</html>
`;

const HINT = `<p class="hint">On a development machine: <code>npm run -s forthright -- token --as operator</code></p>`;

/** The form that takes a bearer token. `refused`: what was wrong with the one that came before. */
export const signInPage = ({ refused, hint }: { refused?: string; hint: boolean }): string =>
  page(
    'Sign in to operations',
    `${refused === undefined ? '' : `<p class="problem" role="alert">${refused}</p>\n`}<form method="post" action="/operations/sign-in">
<label for="token">Bearer token</label>
<input id="token" name="token" type="password" required autocomplete="off" spellcheck="false">
<p class="hint">For operators, organization administrators and auditors. The session ends after 30 minutes, and nothing can be changed in it.</p>
${hint ? HINT : ''}
<button>Sign in</button>
</form>`,
  );

/** What somebody who is signed in finds at the same address. */
export const signedInPage = (): string =>
  page(
    'You are signed in to operations',
    `<p><a href="/operations/queues">Look at the queues</a></p>
<form method="post" action="/operations/sign-out">
<button>Sign out</button>
</form>`,
  );
