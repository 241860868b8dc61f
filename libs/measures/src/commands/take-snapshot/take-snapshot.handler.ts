import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { boundsOf, periodsBetween } from '#kernel/clocks';
import { actorId, Clock, refuse } from '#kernel/core';
import { type Receipt, Streams } from '#kernel/ledger';
import { Database } from '#kernel/platform';
import { DEFINITIONS } from '../../definitions/definitions.js';
import { questionOf } from '../../figures/asked.js';
import { Figures } from '../../figures/figures.js';
import { measureSnapshotDecider } from '../../measure-snapshot/measure-snapshot.decider.js';
import { TakeSnapshot } from './take-snapshot.command.js';

/** Where a day ends last. */
const LAST_ZONE = 'Etc/GMT+12';

@CommandHandler(TakeSnapshot)
export class TakeSnapshotHandler implements ICommandHandler<TakeSnapshot> {
  constructor(
    private readonly streams: Streams,
    private readonly db: Database,
    private readonly figures: Figures,
    private readonly clock: Clock,
  ) {}

  async execute({ id, asked, provisional, envelope }: TakeSnapshot): Promise<Receipt> {
    const { org, actor } = envelope;
    const question = questionOf(asked, this.clock.now());
    if (DEFINITIONS[question.measure].confidential)
      return refuse('measure/confidential', 'This measure is not published: its small counts would be kept for good.');
    const { figures, position, asOf } = await this.db.inOrg(org, async (tx) =>
      this.figures.counted(tx, org, question, await this.figures.standing(tx, org)),
    );
    const data = {
      measure: question.measure,
      definitionVersion: DEFINITIONS[question.measure].version,
      asOfPosition: position,
      asOf,
      kind: question.kind,
      periods: periodsBetween(question.from, question.to),
      figures,
      endsAt: boundsOf(question.to, LAST_ZONE).before,
      provisional,
      by: actorId(actor),
    };
    return this.streams.decide(measureSnapshotDecider, id, { type: 'TakeMeasureSnapshot', data }, envelope);
  }
}
