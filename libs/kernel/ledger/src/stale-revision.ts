/** The stream has moved on since the caller looked at it. */
export class StaleRevision extends Error {
  override readonly name = 'StaleRevision';

  /** `current` is the revision the stream stands at. */
  constructor(readonly current: number) {
    super(`The stream stands at revision ${current}`);
  }
}
