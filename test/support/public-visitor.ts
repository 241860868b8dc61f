/** Somebody without an account, on a phone without script: opens pages, fills in forms, and keeps nothing. */
export class PublicVisitor {
  constructor(
    private readonly url: string,
    private readonly language: 'en' | 'es' = 'en',
  ) {}

  async open(path: string): Promise<Opened> {
    return opened(await fetch(`${this.url}${path}`, { headers: { 'accept-language': this.language } }));
  }

  /** Sends a form of a page: its hidden fields, and what is written into it. */
  async send(
    page: Opened,
    fields: Readonly<Record<string, string | readonly string[]>>,
    doing?: string,
  ): Promise<Opened> {
    const form = formsOf(page.html).find(({ hidden }) => doing === undefined || hidden.doing === doing);
    if (!form) throw new Error(`No form for ${doing ?? 'anything'}:\n${page.html}`);
    const body = new URLSearchParams(form.hidden);
    for (const [name, value] of Object.entries(fields)) for (const one of [value].flat()) body.append(name, one);
    return opened(
      await fetch(`${this.url}${form.action}`, {
        method: 'POST',
        headers: { 'accept-language': this.language, 'content-type': 'application/x-www-form-urlencoded' },
        body: body.toString(),
      }),
    );
  }

  /** Chooses a file in the form of a page that takes one, and sends it. */
  async sendFile(page: Opened, file: File | undefined): Promise<Opened> {
    const form = formsOf(page.html).find(({ upload }) => upload);
    if (!form) throw new Error(`No form for a file:\n${page.html}`);
    const body = new FormData();
    for (const [name, value] of Object.entries(form.hidden)) body.append(name, value);
    body.append('file', file ?? new File([], ''));
    return opened(
      await fetch(`${this.url}${form.action}`, {
        method: 'POST',
        headers: { 'accept-language': this.language },
        body,
      }),
    );
  }
}

/** A page as it came. */
export interface Opened {
  readonly status: number;
  readonly headers: Headers;
  readonly html: string;
  /** What a reader sees, without markup. */
  readonly text: string;
}

const opened = async (response: Response): Promise<Opened> => {
  const html = await response.text();
  const text = html
    .replace(/<style>[\s\S]*?<\/style>/g, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/&#x27;/g, "'")
    .replace(/\s+/g, ' ');
  return { status: response.status, headers: response.headers, html, text };
};

const formsOf = (html: string) =>
  [...html.matchAll(/<form [^>]*action="([^"]+)"([^>]*)>([\s\S]*?)<\/form>/g)].map(
    ([, action = '', rest = '', inner = '']) => ({
      action: action.replaceAll('&amp;', '&'),
      upload: rest.includes('multipart/form-data'),
      hidden: Object.fromEntries(
        [...inner.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"\/>/g)].map(
          ([, name = '', value = '']) => [name, value],
        ),
      ) as Record<string, string>,
    }),
  );
