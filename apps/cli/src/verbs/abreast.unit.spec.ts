import { setTimeout as pause } from 'node:timers/promises';
import { abreast } from './abreast.js';

async function* numbers(upTo: number): AsyncGenerator<number> {
  for (let number = 1; number <= upTo; number++) yield number;
}

describe('work that goes abreast', () => {
  it('is done for everything that comes, never for more at once than were allowed', async () => {
    const done: number[] = [];
    let [now, most] = [0, 0];
    await abreast(numbers(20), 4, async (number) => {
      most = Math.max(most, ++now);
      await pause(number % 3);
      now -= 1;
      done.push(number);
    });
    expect(done.sort((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, at) => at + 1));
    expect(most).toBe(4);
  });

  it('stops at the first failure, and tells it when what was under way has ended', async () => {
    const [begun, ended]: [number[], number[]] = [[], []];
    const work = abreast(numbers(100), 4, async (number) => {
      begun.push(number);
      await pause(number === 3 ? 1 : 10);
      if (number >= 3) throw new Error(`no ${number}`);
      ended.push(number);
    });
    await expect(work).rejects.toThrow('no 3');
    expect(ended).toEqual([1, 2]);
    expect(begun).toEqual([1, 2, 3, 4]);
  });

  it('ends what is under way when nothing more can be read', async () => {
    const ended: number[] = [];
    async function* broken(): AsyncGenerator<number> {
      yield 1;
      throw new Error('unreadable');
    }
    const work = abreast(broken(), 4, async (number) => {
      await pause(5);
      ended.push(number);
    });
    await expect(work).rejects.toThrow('unreadable');
    expect(ended).toEqual([1]);
  });
});
