import { Module } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Context } from '#kernel/assembly';
import {
  type Decider,
  type DomainCommand,
  type DomainEvent,
  type EventOf,
  eventType,
  open,
  refuse,
  streamId,
  uuid,
} from '#kernel/core';
import { type Envelope, type Receipt, Streams } from '#kernel/ledger';
import { automation } from '#kernel/readers';
import type { EventClass } from '#safety-events/contracts';

/**
 * A context that only tests have: somebody follows up on every report but those of unsafe conditions. Its stream guards
 * nothing against a command that comes twice: were one stored twice, both would be there to see.
 */
const followUpOpened = eventType('FollowUpOpened', 1, { safetyEventId: open('OPER', uuid()) });

type FollowUpOpened = EventOf<typeof followUpOpened>;
type OpenIt = DomainCommand<'OpenFollowUp', { safetyEventId: string; eventClass: EventClass }>;

const followUpDecider: Decider<undefined, OpenIt, FollowUpOpened> = {
  category: 'follow-up',
  initialState: undefined,
  decide: ({ data: { safetyEventId, eventClass } }) =>
    eventClass === 'unsafe_condition'
      ? refuse('follow-up/nobody-harmed', 'Nobody was harmed.')
      : [{ type: 'FollowUpOpened', data: { safetyEventId } }],
  evolve: (state) => state,
};

class OpenFollowUp extends Command<Receipt> {
  constructor(
    readonly data: OpenIt['data'],
    readonly envelope: Envelope,
  ) {
    super();
  }
}

@CommandHandler(OpenFollowUp)
class OpenFollowUpHandler implements ICommandHandler<OpenFollowUp> {
  constructor(private readonly streams: Streams) {}

  execute({ data, envelope }: OpenFollowUp): Promise<Receipt> {
    return this.streams.decide(followUpDecider, data.safetyEventId, { type: 'OpenFollowUp', data }, envelope);
  }
}

@Module({ providers: [OpenFollowUpHandler] })
export class FollowUpsModule {}

type Reported = DomainEvent<'SafetyEventReported', { readonly eventClass: EventClass }>;

export const whenReportedThenFollowUp = automation<Reported>({
  name: 'follow-ups.when-reported-then-follow-up',
  version: 1,
  on: {
    SafetyEventReported: ({ stream, data: { eventClass } }, act) =>
      new OpenFollowUp({ safetyEventId: streamId(stream), eventClass }, act()),
  },
});

export const followUps: Context = {
  name: 'follow-ups',
  catalogue: [followUpOpened],
  migrations: [],
  projections: [],
  automations: [whenReportedThenFollowUp],
  deciders: [{ decider: followUpDecider, reading: 'safety-event.read' }],
};
