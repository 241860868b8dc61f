import { Rounds } from './rounds.js';

/** Resolves when somebody has called it so many times. */
const counter = (times: number) => {
  let count = 0;
  let done: () => void = () => undefined;
  const reached = new Promise<void>((resolve) => {
    done = resolve;
  });
  return {
    reached,
    get count() {
      return count;
    },
    step: () => {
      count += 1;
      if (count === times) done();
    },
  };
};

describe('rounds', () => {
  it('go on after a failure, never twice at once, and tell of it', async () => {
    const turns = counter(3);
    const troubles: string[] = [];
    let underway = 0;
    let most = 0;
    const rounds = new Rounds(
      async () => {
        underway += 1;
        most = Math.max(most, underway);
        await new Promise(setImmediate);
        underway -= 1;
        turns.step();
        throw new Error(`turn ${turns.count}`);
      },
      0,
      ({ message }) => troubles.push(message),
    );
    rounds.start();
    await turns.reached;
    await rounds.stop();
    expect(most).toBe(1);
    expect(troubles.slice(0, 3)).toEqual(['turn 1', 'turn 2', 'turn 3']);
  });

  it('stop when what is under way is done, tell it that they stop, and begin nothing more', async () => {
    const turns = counter(1);
    let finished = 0;
    const rounds = new Rounds(
      async (signal) => {
        turns.step();
        await new Promise((resolve) => signal.addEventListener('abort', resolve));
        finished += 1;
      },
      60_000,
      () => undefined,
    );
    rounds.start();
    await turns.reached;
    await rounds.stop();
    expect([turns.count, finished]).toEqual([1, 1]);
  });
});
