import { type Actor, actorId, actorOf, actorText } from './index.js';

const rosa: Actor = { kind: 'staff', id: '0192a000-0000-7000-8000-000000000021', role: 'risk-manager' };
const nobody: Actor = { kind: 'anonymous', role: 'reporter' };

describe('an actor', () => {
  it.each([rosa, nobody])('reads back from the ledger as it was written: %j', (actor) => {
    expect(actorOf(actorText(actor))).toEqual(actor);
  });
  it('must be known where an act has no anonymous form', () => {
    expect(actorId(rosa)).toBe(rosa.id);
    expect(() => actorId(nobody)).toThrow('known actor');
  });
});
