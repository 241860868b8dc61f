import 'reflect-metadata';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Action, allowedBy } from '#kernel/access';
import { ASKS } from './asked-permissions.js';
import { PROPOSED } from './next.js';

const COMMANDS = join(import.meta.dirname, '../commands');
const pascal = (name: string): string => name.replace(/(?:^|-)(.)/g, (_, letter: string) => letter.toUpperCase());

/** Every command of this context that has a route, by its folder: what its handler sends is named as the folder. */
const routed = readdirSync(COMMANDS).filter((name) => existsSync(join(COMMANDS, name, `${name}.controller.ts`)));

/** What the routes of a command ask for. */
const askedByRoutes = async (name: string): Promise<readonly (Action | 'anyone')[]> => {
  const found = (await import(`../commands/${name}/${name}.controller.js`)) as Record<string, new () => object>;
  const { prototype } = found[`${pascal(name)}Controller`] as { readonly prototype: Record<string, object> };
  const asked = Object.getOwnPropertyNames(prototype).flatMap((method) => allowedBy(prototype[method] as object) ?? []);
  return [...new Set(asked)];
};

describe('what a command asks of whoever sends it', () => {
  it.each(routed)('is what its route asks: %s', async (name) => {
    const sent = /type: '([A-Za-z]+)'/.exec(readFileSync(join(COMMANDS, name, `${name}.handler.ts`), 'utf8'))?.[1];
    expect(sent).toBe(pascal(name));
    const [asked, ...others] = await askedByRoutes(name);
    expect(others).toEqual([]);
    const isOfFacts = asked?.startsWith('facts.');
    expect((ASKS as Record<string, Action>)[pascal(name)]).toBe(isOfFacts ? undefined : asked);
  });

  it('is known of every command that is proposed, and of none that has no route', () => {
    expect(Object.keys(ASKS)).toEqual(expect.arrayContaining([...PROPOSED]));
    expect(routed.map(pascal)).toEqual(expect.arrayContaining(Object.keys(ASKS)));
  });
});
