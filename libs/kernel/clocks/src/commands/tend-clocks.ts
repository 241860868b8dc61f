import { Command } from '@nestjs/cqrs';
import type { Envelope, Receipt } from '#kernel/ledger';
import { derivedUuid, digest } from '#kernel/platform';
import type { Wake } from '../due-list/wakes.js';

/** Bring the deadlines of a stream up to date with its events and the time. Asked twice, it changes nothing. */
export class TendClocks extends Command<Receipt> {
  constructor(
    /** `<category>-<uuid>`. */
    readonly stream: string,
    /** The facility by whose calendar business days are counted. */
    readonly facilityId: string | undefined,
    readonly envelope: Envelope,
  ) {
    super();
  }
}

/** Tends the stream of a deadline for which something is due: the same command, whoever sends it and however often. */
export const tendAt = ({ org, id, stream, facilityId, at }: Wake): TendClocks => {
  const commandId = derivedUuid('clock-alarm', org, id, at);
  return new TendClocks(stream, facilityId ?? undefined, {
    org,
    actor: { kind: 'system', role: 'system' },
    commandId,
    requestHash: digest('clock-alarm', id, at),
    correlationId: commandId,
  });
};
