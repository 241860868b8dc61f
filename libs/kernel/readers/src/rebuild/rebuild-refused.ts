/** Something about the view's tables is not as the act needs it; nothing was changed. */
export class RebuildRefused extends Error {
  override readonly name = 'RebuildRefused';
}

/** An event that the live reader could read, or was never asked to, cannot be read in a rebuild: it stands before it. */
export class RebuildStuck extends Error {
  override readonly name = 'RebuildStuck';

  constructor(
    readonly position: number,
    readonly trouble: string,
    options: ErrorOptions,
  ) {
    super(`The event at position ${position} cannot be read (${trouble}): the rebuild stands before it.`, options);
  }
}
