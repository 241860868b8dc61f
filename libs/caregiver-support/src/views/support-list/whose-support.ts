import type { Caller, Members } from '#kernel/access';
import type { SupportRow } from './support.row.js';

/** Whose support a reader sees: their own, and that of those who can go on with none. */
export interface Whose {
  readonly me: string;
  /** Who gives support here now. */
  readonly present: readonly string[];
}

/** What a reader sees: what they give themselves, and what nobody has taken, or nobody who is still there. */
export const isTheirs =
  '(line.supporter is null or line.supporter = :me or line.supporter <> all(cast(:present as uuid[])))';

/** The same of one line. */
export const isOf = ({ supporter }: Pick<SupportRow, 'supporter'>, { me, present }: Whose): boolean =>
  !supporter || supporter === me || !present.includes(supporter);

/** Whose support somebody sees now (domain.md 7.8: own contacts). Of those who have left, others have to see it: it would be lost. */
export const whoseSupport = async (members: Members, { org, personId }: Caller): Promise<Whose> => ({
  me: personId,
  present: await members.holdersOf(org, 'peer-supporter'),
});
