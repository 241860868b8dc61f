import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { defaultPacks } from '#kernel/clocks';
import { actorId, Places, refuse } from '#kernel/core';
import { type Receipt, Streams } from '#kernel/ledger';
import { clockPolicyDecider } from '../../clock-policy/clock-policy.decider.js';
import { AdoptPolicyPack } from './adopt-policy-pack.command.js';

@CommandHandler(AdoptPolicyPack)
export class AdoptPolicyPackHandler implements ICommandHandler<AdoptPolicyPack> {
  constructor(
    private readonly streams: Streams,
    private readonly places: Places,
  ) {}

  async execute({ data, envelope }: AdoptPolicyPack): Promise<Receipt> {
    const newest = defaultPacks.findLast(({ jurisdiction }) => jurisdiction === data.jurisdiction);
    if (!newest) return refuse('clock-policy/unknown-pack', 'No pack of such a jurisdiction is known.', 'jurisdiction');
    if (data.facilityId && !(await this.places.facility(envelope.org, data.facilityId)))
      return refuse('clock-policy/unknown-facility', 'There is no such facility here.', 'facilityId');
    const told = { ...data, packVersion: newest.version, by: actorId(envelope.actor) };
    const command = { type: 'AdoptPolicyPack', data: told } as const;
    return this.streams.decide(clockPolicyDecider, envelope.org, command, envelope);
  }
}
