import type { CommandBus, ICommand } from '@nestjs/cqrs';
import { Refusal } from '#kernel/core';
import { type Envelope, Log, type Receipt } from '#kernel/ledger';
import { type Database, digest, type ToldClock } from '#kernel/platform';
import { type Automation, followingCommands } from '#kernel/readers';
import { idOf } from '../ids.js';
import { instantOf, type Step } from './step.js';
import { ToldAlarm } from './told-alarm.js';

const PAGE = 500;

/**
 * Tells a story: sets the clock to each step's time and sends its command, and then what the automations ask for, at that
 * time; between two steps, what falls due. All of it goes under the ids that it always has, so that the worker finds
 * nothing left to ask.
 */
export class Teller {
  private seen = 0;
  private readonly alarm = new ToldAlarm();

  constructor(
    private readonly commands: CommandBus,
    private readonly worker: Database,
    private readonly log: Log,
    private readonly clock: ToldClock,
    private readonly automations: readonly Automation[],
  ) {}

  async tell(steps: readonly Step[]): Promise<void> {
    for (const step of steps) {
      await this.missUntil(step.at);
      this.clock.set(instantOf(step.at));
      const { position } = await this.commands.execute(step.command(envelopeOf(step)));
      await this.answer(position);
    }
    await this.tendLast();
  }

  /** Misses what falls due before a step. */
  private async missUntil(at: number): Promise<void> {
    for (let due = this.alarm.missed(instantOf(at)); due; due = this.alarm.missed(instantOf(at))) {
      if (due.at > this.clock.now()) this.clock.set(due.at);
      await this.answer(await this.send(due.command));
    }
  }

  /** Says what there is to be said of what still runs when the story ends. */
  private async tendLast(): Promise<void> {
    for (const { command } of this.alarm.waiting(this.clock.now())) await this.answer(await this.send(command));
  }

  /** Sends what follows from what was recorded up to a position, until nothing does. */
  private async answer(recorded: number): Promise<void> {
    for (let upTo = recorded; upTo > this.seen; ) {
      const page = await this.worker.across((tx) => this.log.page(tx, 1, this.seen, PAGE));
      this.seen = page.upTo;
      for (const event of page.events) {
        this.alarm.hear(event);
        for (const automation of this.automations)
          for (const command of followingCommands(automation, event)) upTo = Math.max(upTo, await this.send(command));
      }
    }
  }

  /** Answers where the ledger stands by it. A refusal is an answer, as it is to an automation. */
  private async send(command: ICommand): Promise<number> {
    try {
      return ((await this.commands.execute(command)) as Receipt).position;
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return 0;
    }
  }
}

/** How the ledger knows a step. */
export const commandIdOf = ({ organization, key }: Pick<Step, 'organization' | 'key'>): string =>
  idOf(idOf(organization), 'story', key);

const envelopeOf = ({ organization, by, key, late }: Step): Envelope => {
  const org = idOf(organization);
  const person = (persona: string) => idOf(org, 'person', persona);
  return {
    org,
    actor: {
      kind: 'staff',
      id: person(by),
      role: by.endsWith('reporter') ? 'reporter' : by.endsWith('liaison') ? 'liaison' : 'risk-manager',
    },
    commandId: commandIdOf({ organization, key }),
    requestHash: digest('story', key),
    correlationId: idOf(org, 'story-thread', key),
    ...(late && {
      occurredAt: instantOf(late.occurredAt),
      meta: { reasonCode: late.reasonCode, ...(late.approver && { approver: person(late.approver) }) },
    }),
  };
};
