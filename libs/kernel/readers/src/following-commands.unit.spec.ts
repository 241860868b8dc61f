import type { DomainEvent, Recorded } from '#kernel/core';
import { Remind, whenNotedThenRemind } from './automation.examples.js';
import { type Automation, automation } from './automation.js';
import { followingCommands } from './following-commands.js';
import { automating, recorded } from './testing/index.js';

type Noted = DomainEvent<'SomethingNoted', { words: string }>;

const noted = (words: string, envelope: Partial<Recorded<Noted>> = {}): Recorded<Noted> =>
  recorded<Noted>({ type: 'SomethingNoted', data: { words } }, envelope);
const idsOf = (one: Automation, event: Recorded) =>
  followingCommands(one, event).map(({ envelope }) => envelope.commandId);
const urgent = noted('urgent: the oxygen', { ledger: 1, position: 7 });

describe('the commands that follow from an event', () => {
  it('are those that the automation names, in its order', () => {
    const id = urgent.stream.slice(-36);
    automating(whenNotedThenRemind)
      .when(urgent)
      .thenSends((act) => [
        new Remind(id, 'urgent: the oxygen', act()),
        new Remind(id, 'urgent: the oxygen, again', act()),
      ]);
    automating(whenNotedThenRemind).when(noted('idle talk')).thenNothing();
  });

  it('are sent by the system, caused by the event, within its request', () => {
    const [command] = followingCommands(whenNotedThenRemind, urgent);
    expect(command?.envelope).toMatchObject({
      org: urgent.org,
      actor: { kind: 'system', role: 'system' },
      causationId: urgent.eventId,
      correlationId: urgent.correlationId,
    });
  });

  it('have the same ids whenever the event is looked at, and each its own', () => {
    expect(idsOf(whenNotedThenRemind, urgent)).toEqual(idsOf(whenNotedThenRemind, { ...urgent }));
    expect(new Set(idsOf(whenNotedThenRemind, urgent)).size).toBe(2);
  });

  it('are the same requests in a release that asks for something else', () => {
    const reworded = automation<Noted>({
      ...whenNotedThenRemind,
      version: 2,
      on: { SomethingNoted: (_, act) => new Remind('another', 'another', act()) },
    });
    const [before, after] = [whenNotedThenRemind, reworded].map((one) => followingCommands(one, urgent)[0]?.envelope);
    expect(after).toEqual(before);
  });

  it.each([
    ['automation', { ...whenNotedThenRemind, name: 'examples.when-noted-then-write' }, urgent],
    ['organization', whenNotedThenRemind, { ...urgent, org: '00000000-0000-7000-8000-0000000000ff' }],
    ['ledger', whenNotedThenRemind, { ...urgent, ledger: 2 }],
    ['position', whenNotedThenRemind, { ...urgent, position: 8 }],
  ])('have other ids for another %s', (_, one, event) => {
    const before = idsOf(whenNotedThenRemind, urgent);
    expect(idsOf(one, event).filter((id) => before.includes(id))).toEqual([]);
  });

  it('go in no envelope but those that were given, each in one', () => {
    const sending = (from: NonNullable<Automation<Noted>['on']['SomethingNoted']>) => () =>
      followingCommands(automation<Noted>({ ...whenNotedThenRemind, on: { SomethingNoted: from } }), urgent);
    const one = (act: () => Remind['envelope']) => new Remind('one', 'of it', act());
    expect(sending((_, act) => new Remind('one', 'of it', { ...act(), org: 'another' }))).toThrow('envelope');
    expect(
      sending((_, act) => {
        const same = one(act);
        return [same, same];
      }),
    ).toThrow('envelope');
    expect(
      sending((_, act) => {
        const { envelope } = one(act);
        return [new Remind('one', 'of it', envelope), new Remind('two', 'of it', envelope)];
      }),
    ).toThrow('envelope');
  });
});
