/**
 * A sealed value that should open does not: it was changed, moved from another event, or belongs to another master
 * key. Always an alarm for a person to look at, and never to be shown as "erased".
 */
export class SealBroken extends Error {
  override readonly name = 'SealBroken';

  constructor(
    /** What was to be opened: ids and a field's name, never a value. */
    readonly place: string,
    readonly reason: 'malformed' | 'tag' | 'other-master-key',
  ) {
    super(`The seal at ${place} is broken (${reason})`);
  }
}
