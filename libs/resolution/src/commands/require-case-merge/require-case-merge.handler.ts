import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type Receipt, Streams } from '#kernel/ledger';
import { Database } from '#kernel/platform';
import { Lookups } from '#kernel/privacy';
import { patientsOf } from '../../resolution-case/patients-of.js';
import { resolutionCaseDecider } from '../../resolution-case/resolution-case.decider.js';
import { RequireCaseMerge } from './require-case-merge.command.js';

@CommandHandler(RequireCaseMerge)
export class RequireCaseMergeHandler implements ICommandHandler<RequireCaseMerge> {
  constructor(
    private readonly streams: Streams,
    private readonly db: Database,
    private readonly lookups: Lookups,
  ) {}

  async execute({ id, data, envelope }: RequireCaseMerge): Promise<Receipt> {
    const { org } = envelope;
    const { state: other } = await this.streams.asOf(resolutionCaseDecider, org, data.with);
    const patients = await patientsOf(this.db, this.lookups, org, [id, data.with]);
    const command = { type: 'RequireCaseMerge', data: { ...data, other, patients } } as const;
    return this.streams.decide(resolutionCaseDecider, id, command, envelope);
  }
}
