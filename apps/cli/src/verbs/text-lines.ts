import type { Readable } from 'node:stream';

/** The lines of a text, whichever way they end. Fails where the source cannot be read. */
export async function* textLines(source: Readable): AsyncGenerator<string, undefined> {
  let rest = '';
  for await (const chunk of source.setEncoding('utf8')) {
    const lines = `${rest}${chunk}`.split(/\r\n|\n|\r(?!$)/); // a last \r may be half of what ends a line
    rest = lines.pop() ?? '';
    yield* lines;
  }
  if (rest !== '') yield rest.replace(/\r$/, '');
  return undefined;
}
