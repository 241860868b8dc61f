import { eventually } from './eventually.js';

/** Something that the feed said. */
export interface Said {
  readonly event: string;
  readonly id?: string;
  readonly data: { readonly type?: string; readonly subject?: string; readonly position?: string };
}

/** One connection to the feed. */
export interface Listening {
  readonly status: number;
  /** Everything said so far, signs of life left out. */
  readonly said: readonly Said[];
  /** Whether the server has ended the connection. */
  readonly ended: () => boolean;
  /** Waits until something was said that this function knows. */
  heard(what: (said: Said) => boolean): Promise<Said>;
  close(): void;
}

/** Milliseconds in which a change is heard: behind a story of 18 months that is told to everybody first. */
const HEARD_MS = 90_000;

/** Listens to `/v1/feed`; `last` is what was heard before. */
export const listenTo = async (url: string, token: string, last?: string): Promise<Listening> => {
  const leave = new AbortController();
  const headers = { authorization: `Bearer ${token}`, ...(last !== undefined && { 'last-event-id': last }) };
  const response = await fetch(`${url}/v1/feed`, { headers, signal: leave.signal });
  const said: Said[] = [];
  let ended = false;
  const read = async () => {
    let text = '';
    for await (const chunk of response.body ?? []) {
      const blocks = (text + Buffer.from(chunk as Uint8Array).toString('utf8')).split('\n\n');
      text = blocks.pop() ?? '';
      said.push(...blocks.map(saidIn).filter((one) => one !== undefined));
    }
  };
  void read()
    .catch(() => undefined)
    .finally(() => {
      ended = true;
    });
  const heard = (what: (one: Said) => boolean) =>
    eventually(
      () => {
        const found = said.find(what);
        if (!found) throw new Error(`Not heard, only ${said.length} others, lastly ${JSON.stringify(said.at(-1))}`);
        return found;
      },
      { within: HEARD_MS },
    );
  return { status: response.status, said, ended: () => ended, heard, close: () => leave.abort() };
};

const saidIn = (block: string): Said | undefined => {
  const field = (name: string) =>
    block
      .split('\n')
      .find((line) => line.startsWith(`${name}: `))
      ?.slice(name.length + 2);
  const [event, id, data] = ['event', 'id', 'data'].map(field);
  return event === undefined ? undefined : { event, ...(id !== undefined && { id }), data: JSON.parse(data ?? '{}') };
};
