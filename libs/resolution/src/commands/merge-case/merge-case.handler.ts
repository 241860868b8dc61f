import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Members } from '#kernel/access';
import { Clock } from '#kernel/core';
import { type Receipt, Streams } from '#kernel/ledger';
import { Database } from '#kernel/platform';
import { Lookups } from '#kernel/privacy';
import { actedAt } from '../../resolution-case/acting.js';
import { patientsOf } from '../../resolution-case/patients-of.js';
import { disclosureOwed } from '../../resolution-case/pinned-pack.js';
import { resolutionCaseDecider } from '../../resolution-case/resolution-case.decider.js';
import { MergeCase } from './merge-case.command.js';

@CommandHandler(MergeCase)
export class MergeCaseHandler implements ICommandHandler<MergeCase> {
  constructor(
    private readonly streams: Streams,
    private readonly members: Members,
    private readonly clock: Clock,
    private readonly db: Database,
    private readonly lookups: Lookups,
  ) {}

  /** Of two that are merged into each other at the same time one goes on: the claim holds the other one. */
  async execute({ id, data, envelope }: MergeCase): Promise<Receipt> {
    const { org } = envelope;
    const acted = await actedAt(this.members, this.clock, envelope);
    const { state: other } = await this.streams.asOf(resolutionCaseDecider, org, data.into);
    const patients = await patientsOf(this.db, this.lookups, org, [id, data.into]);
    const asked = await disclosureOwed(this.streams, org, id);
    const command = { type: 'MergeCase', data: { itself: id, ...data, other, patients, ...acted, ...asked } } as const;
    const claim = {
      scope: 'resolution-case-merge',
      key: [id, data.into].sort().join('/'),
      refusal: 'resolution-case/merged',
      says: 'One of the two goes on in the other already.',
    };
    return this.streams.decide(resolutionCaseDecider, id, command, { ...envelope, claims: [claim] });
  }
}
