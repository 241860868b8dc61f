import { createHash } from 'node:crypto';

/**
 * The one stylesheet of pages for the public. It holds no quotes and no signs that markup would escape, so that what the
 * browser hashes is what stands here. Colours keep a contrast of 7 to 1 or more with what they stand on.
 */
export const STYLE = `
:root { color-scheme: light; --ink: #20182b; --soft: #4d4458; --paper: #fffdf8; --line: #6b6175; --plum: #4b2067; --wash: #f4ecf7; --alarm: #8c1220; --alarm-wash: #fdf0ef }
* { box-sizing: border-box }
body { margin: 0; font: 1.125rem/1.6 Georgia, Charter, serif; color: var(--ink); background: var(--paper) }
.skip { position: absolute; left: -100vw; padding: 0.75rem 1rem; background: var(--ink); color: var(--paper) }
.skip:focus { left: 0; top: 0; z-index: 1 }
.top { border-top: 0.5rem solid var(--plum); padding: 0.75rem 1rem; display: flex; flex-wrap: wrap; gap: 0.5rem 2rem; justify-content: space-between; max-width: 44rem; margin: 0 auto }
.top p { margin: 0; font-weight: bold }
.languages { display: flex; gap: 1rem; list-style: none; margin: 0; padding: 0 }
main { max-width: 44rem; margin: 0 auto; padding: 0 1rem 4rem }
h1 { font-size: 1.75rem; line-height: 1.25; margin: 1.5rem 0 1rem }
h2 { font-size: 1.3rem; line-height: 1.3; margin: 2rem 0 0.5rem }
a { color: var(--plum) }
a, button, input, select, textarea { font: inherit }
:focus-visible { outline: 0.25rem solid var(--plum); outline-offset: 0.2rem }
.field, fieldset { border: 0; margin: 1.75rem 0; padding: 0; min-width: 0 }
.wrong { border-left: 0.35rem solid var(--alarm); padding-left: 1rem }
label, legend { display: block; font-weight: bold; padding: 0 }
.hint { color: var(--soft); margin: 0.15rem 0 0.4rem }
.error { color: var(--alarm); font-weight: bold; margin: 0.15rem 0 0.4rem }
input[type=text], input[type=email], input[type=tel], input[type=date], input[type=time], select, textarea { width: 100%; padding: 0.6rem 0.7rem; color: var(--ink); background: #ffffff; border: 2px solid var(--line); border-radius: 0.35rem }
input[type=date], input[type=time] { width: auto; min-width: 12rem }
.choice { display: grid; grid-template-columns: 2.75rem 1fr; align-items: start; padding: 0.3rem 0 }
.choice input { width: 1.5rem; height: 1.5rem; margin: 0.15rem 0 0; accent-color: var(--plum) }
.choice label { font-weight: normal; padding-bottom: 0.3rem }
.choice .hint { grid-column: 2 }
button { min-height: 3rem; padding: 0.6rem 2rem; font-weight: bold; color: #ffffff; background: var(--plum); border: 2px solid var(--plum); border-radius: 2rem; cursor: pointer }
.summary { border: 0.2rem solid var(--alarm); border-radius: 0.35rem; background: var(--alarm-wash); padding: 0.25rem 1.25rem 0.75rem; margin: 1.5rem 0 }
.summary h2 { margin-top: 0.75rem }
.summary a { color: var(--alarm); font-weight: bold }
.note { background: var(--wash); border-radius: 0.35rem; padding: 0.75rem 1.25rem; margin: 1.5rem 0 }
.code { font: bold 1.75rem/1.4 Courier, monospace; letter-spacing: 0.08em; background: var(--wash); border: 2px dashed var(--plum); border-radius: 0.35rem; padding: 0.75rem 1.25rem; overflow-wrap: anywhere }
dt { font-weight: bold }
dd { margin: 0 0 0.75rem }
@media (prefers-contrast: more) { :root { --ink: #000000; --soft: #000000; --paper: #ffffff; --line: #000000; --wash: #ffffff; --alarm-wash: #ffffff } .note { border: 2px solid #000000 } }
@media print { .skip, .languages, button { display: none } body { font-size: 12pt } }
`;

const hash = createHash('sha256').update(STYLE).digest('base64');

/** What every page's answer says: nothing but this style, forms to ourselves, nothing stored, nothing told, no index. */
export const PAGE_HEADERS: Readonly<Record<string, string>> = {
  'content-security-policy': `default-src 'none'; style-src 'sha256-${hash}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`,
  'cache-control': 'no-store',
  'referrer-policy': 'no-referrer',
  'x-robots-tag': 'noindex, nofollow',
  'permissions-policy': 'camera=(), geolocation=(), microphone=()',
};
