import { Injectable } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { ChangeDeadline, type ToldChange } from '#kernel/clocks';
import { refuse } from '#kernel/core';
import { type CommandRequest, toEnvelope } from '#kernel/http';
import type { Receipt } from '#kernel/ledger';
import { StreamOfDeadline } from './due-list.query.js';

type Type = ToldChange['type'];
type DataOf<T extends Type> = Omit<Extract<ToldChange, { type: T }>['data'], 'deadlineId' | 'onlyOwn'>;

/** Takes what somebody asks of a deadline to the record that it rides on. */
@Injectable()
export class DeadlineChanges {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  /** Refuses what is no deadline of the caller's organization, or not theirs (`deadline/not-found`). */
  async send<T extends Type>(type: T, id: string, data: DataOf<T>, request: CommandRequest): Promise<Receipt> {
    const { caller } = request;
    const stream = await this.queries.execute(new StreamOfDeadline(caller, id));
    if (stream === undefined) return refuse('deadline/not-found', 'There is no such deadline.');
    const whole = { ...data, deadlineId: id, onlyOwn: caller.grant.scope === 'own' };
    const change = { type, data: whole } as unknown as ToldChange;
    return this.commands.execute(new ChangeDeadline(stream, change, toEnvelope(request)));
  }
}
