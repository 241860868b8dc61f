import { Command } from '@nestjs/cqrs';
import type { Envelope, Receipt } from '#kernel/ledger';
import type { SafetyEventCommand } from '../../safety-event/safety-event.decider.js';

type Data = Extract<SafetyEventCommand, { type: 'NoteCaseDisclosure' }>['data'];

/** An automation writes down that the people harmed were told. */
export class NoteCaseDisclosure extends Command<Receipt> {
  constructor(
    readonly id: string,
    readonly data: Data,
    readonly envelope: Envelope,
  ) {
    super();
  }
}
