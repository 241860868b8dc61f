const FOR_ALL = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'strict-transport-security': 'max-age=31536000; includeSubDomains',
};

const FOR_DATA = {
  ...FOR_ALL,
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
};

const FOR_DOCS = {
  ...FOR_ALL,
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; " +
    "font-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
};

const FOR_OPERATIONS = {
  ...FOR_ALL,
  'cache-control': 'no-store',
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; " +
    "font-src 'self'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'",
};

/** What every answer tells the browser. Answers with data are never stored and never framed. */
export const securityHeaders = (path: string): Readonly<Record<string, string>> =>
  under('/docs', path) ? FOR_DOCS : under('/operations', path) ? FOR_OPERATIONS : FOR_DATA;

const under = (folder: string, path: string): boolean => path === folder || path.startsWith(`${folder}/`);
