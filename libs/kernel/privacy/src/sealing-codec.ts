import { type DomainEvent, type EventType, eventProblem, refuse } from '#kernel/core';
import { type Encoded, type Encoding, EventCodec, type EventToEncode } from '#kernel/ledger';
import type { Database } from '#kernel/platform';
import type { KeyRing } from './key-ring.js';
import { seal } from './seal.js';

type Data = Readonly<Record<string, unknown>>;

/**
 * The way into the ledger: checks each event against its type and seals what the type calls sealed. One stream is one
 * subject: all of its sealed fields share a key, and are forgotten together.
 */
export class SealingCodec extends EventCodec {
  private readonly types = new Map<string, EventType>();

  /** `types` is every event type that may be stored; two of one name are a bug. */
  constructor(
    private readonly db: Database,
    private readonly keys: KeyRing,
    types: readonly EventType[],
  ) {
    super();
    for (const type of types) {
      if (this.types.has(type.type)) throw new Error(`Two event types are named ${type.type}`);
      this.types.set(type.type, type);
    }
  }

  /** Refuses, with `subject/erased`, to seal anything more for a subject that was forgotten. */
  async encode({ org, stream, lookups }: Encoding, events: readonly EventToEncode[]): Promise<Encoded[]> {
    const checked = events.map(({ id, event }) => ({ id, type: this.typeOf(event), data: event.data as Data }));
    const nothingToSeal = checked.every(({ type, data }) => sealedFields(type, data).length === 0);
    if (nothingToSeal && !lookups?.length)
      return checked.map(({ type, data }) => ({ schemaVersion: type.version, data: JSON.stringify(data) }));
    const key =
      (await this.keys.forSealing(this.db, org, stream, lookups)) ??
      refuse('subject/erased', 'The person of this record was forgotten; nothing more can be written about them.');
    return checked.map(({ id, type, data }) => {
      const sealed = sealedFields(type, data).map((field) => {
        const { clear } = data[field] as { clear: unknown };
        return [field, { sealed: seal(key, { org, stream, eventId: id, field }, clear) }];
      });
      return { schemaVersion: type.version, data: JSON.stringify({ ...data, ...Object.fromEntries(sealed) }) };
    });
  }

  private typeOf(event: DomainEvent): EventType {
    const type = this.types.get(event.type);
    const problem = type ? eventProblem(type, event.data as Data) : `${event.type} is in no catalogue`;
    if (!type || problem) throw new Error(`This event cannot be stored: ${problem}`);
    return type;
  }
}

const sealedFields = (type: EventType, data: Data): string[] =>
  Object.keys(data).filter((name) => type.fields[name]?.sealed && data[name] !== undefined);
