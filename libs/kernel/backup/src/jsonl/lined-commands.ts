import type { EventLine } from './event-line.js';
import type { KeyLine } from './key-line.js';

/** The events that one command wrote, and the line of the first. */
export interface LinedCommand {
  readonly line: number;
  readonly events: readonly [EventLine, ...EventLine[]];
}

/** Some lines, understood: keys before events, and lines with which nothing can be done. */
export interface Load {
  readonly keys: readonly KeyLine[];
  readonly commands: readonly LinedCommand[];
  readonly problems: readonly { readonly line: number; readonly reason: string }[];
  /** The last line of it. */
  readonly last: number;
}

/** How many lines make a load. */
const LOAD = 1000;

type Read = (line: string) => EventLine | KeyLine | { readonly problem: string };

/** Puts lines together as their commands wrote them: neighbours of one stream under one command. */
export async function* commandsOf(lines: AsyncIterable<string>, read: Read): AsyncGenerator<Load> {
  let [keys, commands, problems] = [[] as KeyLine[], [] as LinedCommand[], [] as { line: number; reason: string }[]];
  let line = 0;
  let inLoad = 0;
  for await (const text of lines) {
    line += 1;
    if (text.trim() === '') continue;
    const found = read(text);
    const before = commands.at(-1);
    if ('problem' in found) problems.push({ line, reason: found.problem });
    else if ('wrappedKey' in found) keys.push(found);
    else if (before && isOf(found, before.events[0]))
      commands[commands.length - 1] = { line: before.line, events: [...before.events, found] };
    else {
      if (inLoad >= LOAD) {
        yield { keys, commands, problems, last: line - 1 };
        [keys, commands, problems, inLoad] = [[], [], [], 0];
      }
      commands.push({ line, events: [found] });
    }
    inLoad += 1;
  }
  yield { keys, commands, problems, last: line };
}

const isOf = (event: EventLine, first: EventLine): boolean =>
  event.org === first.org && event.stream === first.stream && event.commandId === first.commandId;
