import { type Decider, type DomainCommand, type DomainEvent, Refusal } from '../index.js';

/** Given a history, when a command comes, then these facts, nothing, or this refusal. */
export const deciding = <S, C extends DomainCommand, E extends DomainEvent>(decider: Decider<S, C, E>) => ({
  given: (...history: readonly E[]) => ({
    when: (command: C) => {
      const run = () => decider.decide(command, history.reduce(decider.evolve, decider.initialState));
      return {
        then: (...expected: readonly E[]) => expect(run()).toEqual(expected),
        thenNothing: () => expect(run()).toEqual([]),
        thenRefused: (code: string) => {
          expect(run).toThrow(Refusal);
          expect(run).toThrow(expect.objectContaining({ code }) as Error);
        },
      };
    },
  }),
});
