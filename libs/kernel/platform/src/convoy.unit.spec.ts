import { Convoy } from './convoy.js';

/** A wire that answers when it is told to, and remembers who travelled together. */
class Wire {
  readonly calls: { readonly questions: readonly number[]; readonly arrive: (error?: Error) => void }[] = [];

  readonly send = (questions: readonly number[]) =>
    new Promise<readonly string[]>((resolve, reject) => {
      const answers = questions.map((question) => `answer ${question}`);
      this.calls.push({ questions, arrive: (error) => (error ? reject(error) : resolve(answers)) });
    });

  get travelled(): (readonly number[])[] {
    return this.calls.map(({ questions }) => questions);
  }

  async called(times: number): Promise<void> {
    while (this.calls.length < times) await new Promise(setImmediate);
  }

  arrive(call: number, error?: Error): void {
    this.calls[call]?.arrive(error);
  }
}

describe('a convoy', () => {
  it('takes those who ask in one turn together, and answers each their own', async () => {
    const wire = new Wire();
    const convoy = new Convoy(wire.send);
    const answers = Promise.all([1, 2, 3].map((one) => convoy.ask(one)));
    await wire.called(1);
    wire.arrive(0);
    expect(await answers).toEqual(['answer 1', 'answer 2', 'answer 3']);
    expect(wire.travelled).toEqual([[1, 2, 3]]);
  });

  it('lets a second one go while the first is slow, and gathers whoever comes after', async () => {
    const wire = new Wire();
    const convoy = new Convoy(wire.send);
    const slow = convoy.ask(1);
    await wire.called(1);
    const second = convoy.ask(2);
    await wire.called(2);
    const late = Promise.all([convoy.ask(3), convoy.ask(4)]);
    await new Promise(setImmediate);
    expect(wire.travelled).toEqual([[1], [2]]);
    wire.arrive(1);
    expect(await second).toBe('answer 2');
    await wire.called(3);
    wire.arrive(2);
    expect(await late).toEqual(['answer 3', 'answer 4']);
    wire.arrive(0);
    expect(await slow).toBe('answer 1');
  });

  it('tells everyone of a call that failed, and goes on with the next', async () => {
    const wire = new Wire();
    const convoy = new Convoy(wire.send);
    const failing = Promise.allSettled([convoy.ask(1), convoy.ask(2)]);
    await wire.called(1);
    wire.arrive(0, new Error('away'));
    expect((await failing).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    const next = convoy.ask(3);
    await wire.called(2);
    wire.arrive(1);
    expect(await next).toBe('answer 3');
  });

  it('carries at most 64 at a time', async () => {
    const wire = new Wire();
    const convoy = new Convoy(wire.send);
    const all = Promise.all(Array.from({ length: 100 }, (_, at) => convoy.ask(at)));
    await wire.called(2);
    wire.arrive(0);
    wire.arrive(1);
    expect(await all).toHaveLength(100);
    expect(wire.travelled.map(({ length }) => length)).toEqual([64, 36]);
  });
});
