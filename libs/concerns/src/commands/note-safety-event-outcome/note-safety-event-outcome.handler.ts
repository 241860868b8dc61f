import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { streamId } from '#kernel/core';
import { type Receipt, Streams } from '#kernel/ledger';
import { Database } from '#kernel/platform';
import { Lookups } from '#kernel/privacy';
import { concernDecider } from '../../concern/concern.decider.js';
import { BY_SAFETY_EVENT } from '../../concern/concern.lookups.js';
import { NoteSafetyEventOutcome } from './note-safety-event-outcome.command.js';

@CommandHandler(NoteSafetyEventOutcome)
export class NoteSafetyEventOutcomeHandler implements ICommandHandler<NoteSafetyEventOutcome> {
  constructor(
    private readonly streams: Streams,
    private readonly lookups: Lookups,
    private readonly db: Database,
  ) {}

  /** Most safety events come from no concern: then it is asked of a stream that nobody began, and nothing follows. */
  async execute({ data, envelope }: NoteSafetyEventOutcome): Promise<Receipt> {
    const { org } = envelope;
    const [concern] = await this.db.inOrg(org, (tx) =>
      this.lookups.findSubjects(tx, org, BY_SAFETY_EVENT, data.safetyEventId),
    );
    const id = concern ? streamId(concern) : data.safetyEventId;
    return this.streams.decide(concernDecider, id, { type: 'NoteSafetyEventOutcome', data }, envelope);
  }
}
