import type { CommandBus, ICommand } from '@nestjs/cqrs';
import { TendClocks } from '#kernel/clocks';
import { Refusal } from '#kernel/core';
import { type Envelope, Log, type Receipt } from '#kernel/ledger';
import { type Database, digest, type ToldClock } from '#kernel/platform';
import { type Automation, followingCommands } from '#kernel/readers';
import { idOf } from '../ids.js';
import { instantOf, type Step } from './step.js';

const PAGE = 500;

/** How many records have their clocks tended at once. */
const ABREAST = 16;

/**
 * Tells a story: sets the clock to each step's time and sends its command, and then what the automations ask for, at that
 * time. They answer under the ids that they always have, so that the worker finds nothing left to ask. Clocks are tended
 * once for each record, when the story ends: what was late then was late at its time, whenever that is written down.
 */
export class Teller {
  private seen = 0;
  /** The last that is asked for the clocks of each record. */
  private readonly clocks = new Map<string, ICommand>();

  constructor(
    private readonly commands: CommandBus,
    private readonly worker: Database,
    private readonly log: Log,
    private readonly clock: ToldClock,
    private readonly automations: readonly Automation[],
  ) {}

  async tell(steps: readonly Step[]): Promise<void> {
    for (const step of steps) {
      this.clock.set(instantOf(step.at));
      const { position } = await this.commands.execute(step.command(envelopeOf(step)));
      await this.answer(position);
    }
    const tending = this.clocks.values();
    const next = async () => {
      for (const command of tending) await this.send(command);
    };
    await Promise.all(Array.from({ length: ABREAST }, next));
  }

  /** Sends what follows from what was recorded up to a position, until nothing does. */
  private async answer(recorded: number): Promise<void> {
    for (let upTo = recorded; upTo > this.seen; ) {
      const page = await this.worker.across((tx) => this.log.page(tx, 1, this.seen, PAGE));
      this.seen = page.upTo;
      for (const event of page.events)
        for (const automation of this.automations)
          for (const command of followingCommands(automation, event)) {
            if (command instanceof TendClocks) this.clocks.set(event.stream, command);
            else upTo = Math.max(upTo, await this.send(command));
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
