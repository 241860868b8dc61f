import { randomUUID } from 'node:crypto';

/** What an api answered, its body not yet understood. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The body as JSON; what it holds is for the test to say. */
  json<T = Record<string, unknown>>(): T;
}

/** What a command answers. */
export interface ReceiptAnswer {
  readonly stream: string;
  readonly id: string;
  readonly revision: number;
  readonly position: number;
}

/** A problem as RFC 9457 has it, with what ours add. */
export interface ProblemAnswer {
  readonly type: string;
  readonly status: number;
  readonly detail: string;
  readonly errors?: readonly { readonly field: string; readonly says: string }[];
}

type Headings = Readonly<Record<string, string>>;
type Body = string | Uint8Array<ArrayBuffer>;

/** An api as one person uses it. A header that is given as an empty text is left out. */
export class Client {
  constructor(
    readonly url: string,
    readonly token: string,
  ) {}

  get(path: string, headers: Headings = {}): Promise<Answer> {
    return this.send('GET', path, undefined, headers);
  }

  /** Sends a command under a key of its own, unless one is given. Text and bytes go out as they are, the rest as JSON. */
  post(path: string, body: unknown, headers: Headings = {}): Promise<Answer> {
    const text = typeof body === 'string' || body instanceof Uint8Array ? (body as Body) : JSON.stringify(body);
    const usual = { 'content-type': 'application/json', 'idempotency-key': randomUUID() };
    return this.send('POST', path, text, { ...usual, ...headers });
  }

  /** A command that must go well; answers its receipt. */
  async done(path: string, body: unknown, headers: Headings = {}): Promise<ReceiptAnswer> {
    const answer = await this.post(path, body, headers);
    if (answer.status >= 300) throw new Error(`POST ${path} was answered ${answer.status}: ${answer.text}`);
    return answer.json<ReceiptAnswer>();
  }

  private async send(method: string, path: string, body: Body | undefined, headers: Headings): Promise<Answer> {
    const all = { authorization: `Bearer ${this.token}`, ...headers };
    const told = Object.fromEntries(Object.entries(all).filter(([, value]) => value !== ''));
    const response = await fetch(`${this.url}${path}`, { method, headers: told, ...(body !== undefined && { body }) });
    const text = await response.text();
    return { status: response.status, headers: response.headers, text, json: <T>() => JSON.parse(text) as T };
  }
}
