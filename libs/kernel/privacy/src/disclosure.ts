import type { EventType, Label } from '#kernel/core';
import type { Tx } from '#kernel/platform';
import type { Opener, SealedAt } from './opener.js';

/** What an event says, as stored: its shape, where it stands, and its data with the sealed fields sealed. */
export interface Said {
  readonly shape: EventType;
  readonly eventId: string;
  readonly data: Readonly<Record<string, unknown>>;
  /** The labels that the reader may see of this event. */
  readonly labels: readonly Label[];
}

/** What a reader is shown: field by field, a value or `{ erased: true }`. */
export type Shown = Readonly<Record<string, unknown>>;

/**
 * Shows what events of one stream say, to somebody who may see these labels of each: field by field (INV-04), the sealed ones
 * opened, everything else left out. Fields that no shape declares are never shown.
 */
export const disclose = async (
  opener: Opener,
  tx: Tx,
  at: { org: string; stream: string },
  said: readonly Said[],
): Promise<Shown[]> => {
  const visible = said.map(({ shape, eventId, data, labels }) =>
    Object.entries(shape.fields)
      .filter(([name, { label }]) => labels.includes(label) && data[name] !== undefined)
      .map(([name, field]) => ({
        name,
        value: data[name],
        ref: field.sealed ? refOf(eventId, name, data[name]) : undefined,
      })),
  );
  const sealed: SealedAt[] = visible.flat().flatMap(({ ref }) => (ref ? [{ stream: at.stream, ref }] : []));
  const opened = (await opener.openAll<unknown>(tx, at.org, sealed)).values();
  return visible.map((fields) =>
    Object.fromEntries(fields.map(({ name, value, ref }) => [name, ref ? shown(opened.next().value) : value])),
  );
};

const refOf = (eventId: string, field: string, value: unknown): string =>
  `${eventId}/${field}/${(value as { sealed: string }).sealed}`;

const shown = (opened: { clear: unknown } | { erased: true } | undefined): unknown =>
  opened && 'clear' in opened ? opened.clear : { erased: true };
