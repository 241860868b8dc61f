import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { ClockPolicies, localDay } from '#kernel/clocks';
import type { Recorded } from '#kernel/core';
import { type Receipt, Streams } from '#kernel/ledger';
import { resolutionCaseDecider } from '../../resolution-case/resolution-case.decider.js';
import type { CaseFact } from '../../resolution-case/resolution-case.events.js';
import { adoptedLaw } from './adopted-law.js';
import { PinPolicyPack } from './pin-policy-pack.command.js';

type Requested = Recorded<CaseFact<'ActivationRequested'>>;

@CommandHandler(PinPolicyPack)
export class PinPolicyPackHandler implements ICommandHandler<PinPolicyPack> {
  constructor(
    private readonly streams: Streams,
    private readonly policies: ClockPolicies,
  ) {}

  async execute({ id, activatedAt, envelope }: PinPolicyPack): Promise<Receipt> {
    const { org } = envelope;
    const { events } = await this.streams.asOf(resolutionCaseDecider, org, id);
    const { meta, data } = events.findLast(({ type }) => type === 'ActivationRequested') as unknown as Requested;
    const { identifiedAt: knownAt, eventAt = knownAt } = data;
    const { packs } = await this.policies.policyOf(org, meta.facility);
    const law = adoptedLaw(packs, activatedAt, localDay(eventAt, meta.zone ?? 'UTC').toString());
    if (!law) return receiptOf(events.at(-1) as Recorded);
    const pinned = { jurisdiction: law.jurisdiction, packVersion: law.version, knownAt };
    return this.streams.decide(resolutionCaseDecider, id, { type: 'PinPolicyPack', data: pinned }, envelope);
  }
}

/** The case as it stands: no law was adopted here. */
const receiptOf = ({ ledger, stream, revision, position }: Recorded): Receipt => ({
  ledger,
  stream,
  revision,
  position,
});
