import { Command } from '@nestjs/cqrs';
import type { Envelope, Receipt } from '#kernel/ledger';
import type { SafetyEventCommand } from '../../safety-event/safety-event.decider.js';

type Data = Omit<Extract<SafetyEventCommand, { type: 'TriageSafetyEvent' }>['data'], 'by' | 'at' | 'patient'>;

/** Triage a reported safety event: type, harm, Safety Assessment Codes, route. */
export class TriageSafetyEvent extends Command<Receipt> {
  constructor(
    readonly id: string,
    readonly data: Data,
    readonly envelope: Envelope,
  ) {
    super();
  }
}
