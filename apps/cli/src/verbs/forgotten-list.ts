import { createReadStream, existsSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { type EventLine, readLine } from '#kernel/backup';
import { Mistake } from '../session/mistake.js';

/** The erasures that an export tells of; other events in it are nobody's concern here. */
export const forgottenIn = async (file: string): Promise<readonly EventLine[]> => {
  if (!existsSync(file)) throw new Mistake(`There is no file ${file}.`);
  const found: EventLine[] = [];
  let line = 0;
  for await (const text of createInterface({ input: createReadStream(file), crlfDelay: Number.POSITIVE_INFINITY })) {
    line += 1;
    if (!text.includes('"SubjectErased"')) continue;
    const event = readLine(text);
    if ('problem' in event) throw new Mistake(`${file}, line ${line}: ${event.problem}.`);
    if (event.type === 'SubjectErased') found.push(event);
  }
  return found;
};
