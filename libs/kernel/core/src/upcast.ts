import type { EventType } from './event-type.js';

/** An event that a newer version of this software wrote: whoever does not know its shape waits, and skips nothing. */
export class NewerEvent extends Error {
  override readonly name = 'NewerEvent';

  constructor(
    readonly type: string,
    readonly version: number,
  ) {
    super(`${type} v${version} was written by a newer version of this software`);
  }
}

type Data = Readonly<Record<string, unknown>>;

/** Stored data of a version as the newest version has it. Throws {@link NewerEvent} for a version that is not known here. */
export const upcast = ({ type, version, upcasts }: EventType, stored: number, data: Data): Data => {
  if (stored > version) throw new NewerEvent(type, stored);
  return upcasts.slice(stored - 1).reduce((older, step) => step(older), data);
};
