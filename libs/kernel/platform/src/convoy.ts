import { setImmediate as turn } from 'node:timers/promises';

/** How many questions travel together at most, and how many convoys at once: one that is slow is no reason to wait. */
const MOST = 64;
const ABREAST = 2;

interface Waiting<Q, A> {
  readonly question: Q;
  readonly resolve: (answer: A) => void;
  readonly reject: (reason: unknown) => void;
}

/**
 * Questions that arrive while others are on the wire go together in the next call: under load one round trip serves
 * many, and somebody who asks alone waits for nobody.
 */
export class Convoy<Q, A> {
  private queue: Waiting<Q, A>[] = [];
  private travelling = 0;

  /** `send` answers one for each question, in their order; what it throws, every question of that call hears. */
  constructor(private readonly send: (questions: readonly Q[]) => Promise<readonly A[]>) {}

  ask(question: Q): Promise<A> {
    return new Promise((resolve, reject) => {
      this.queue.push({ question, resolve, reject });
      if (this.travelling < ABREAST) void this.travel();
    });
  }

  private async travel(): Promise<void> {
    this.travelling++;
    await turn(); // whoever was just answered may ask again: let them ride along
    while (this.queue.length > 0) await this.carry(this.queue.splice(0, MOST));
    this.travelling--;
  }

  private async carry(load: readonly Waiting<Q, A>[]): Promise<void> {
    try {
      const answers = await this.send(load.map(({ question }) => question));
      if (answers.length !== load.length) throw new Error(`${load.length} questions got ${answers.length} answers`);
      for (const [index, { resolve }] of load.entries()) resolve(answers[index] as A);
    } catch (error) {
      for (const { reject } of load) reject(error);
    }
  }
}
