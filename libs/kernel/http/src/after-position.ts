/** How far a view is when the wait for a position is over. */
export type Progress = 'caught-up' | 'behind';

/** Waits until a view has come to a position, for as long as is bearable (2 s); the readers implement it. */
export type WaitForPosition = (position: number) => Promise<Progress>;

/** Read your writes: waits where the query asks for it. `behind` is answered with 202 and the older view. */
export const caughtUpTo = async (after: number | undefined, wait: WaitForPosition): Promise<Progress> =>
  after === undefined ? 'caught-up' : wait(after);
