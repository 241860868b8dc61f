import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Receipt } from '#kernel/ledger';
import { Clockwork } from '../clockwork.js';
import { ChangeDeadline } from './change-deadline.js';
import { TendClocks } from './tend-clocks.js';

@CommandHandler(TendClocks)
export class TendClocksHandler implements ICommandHandler<TendClocks> {
  constructor(private readonly clockwork: Clockwork) {}

  execute({ stream, facilityId, envelope }: TendClocks): Promise<Receipt> {
    return this.clockwork.tend(stream, facilityId, envelope);
  }
}

@CommandHandler(ChangeDeadline)
export class ChangeDeadlineHandler implements ICommandHandler<ChangeDeadline> {
  constructor(private readonly clockwork: Clockwork) {}

  execute({ stream, change, envelope }: ChangeDeadline): Promise<Receipt> {
    return this.clockwork.change(stream, change, envelope);
  }
}
