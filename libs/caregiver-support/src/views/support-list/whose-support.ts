import type { Caller, Members } from '#kernel/access';
import type { Database } from '#kernel/platform';
import { SupportRow } from './support.row.js';

/** Whose support a reader sees: their own, and that of those who can go on with none. */
export interface Whose {
  readonly me: string;
  /** They gave support, and left or are no peer supporters any more. */
  readonly gone: readonly string[];
}

/** What a reader sees: what they give themselves, and what nobody has taken, or nobody who is still there. */
export const isTheirs = '(line.supporter is null or line.supporter = any(cast(:theirs as uuid[])))';

/** The parameters of {@link isTheirs}. */
export const theirs = ({ me, gone }: Whose) => ({ theirs: [me, ...gone] });

/** The same of one line. */
export const isOf = ({ supporter }: Pick<SupportRow, 'supporter'>, { me, gone }: Whose): boolean =>
  !supporter || supporter === me || gone.includes(supporter);

/** Whose support somebody sees now (domain.md 7.8: own contacts). Of those who have left, others have to see it: it would be lost. */
export const whoseSupport = async (db: Database, members: Members, { org, personId }: Caller): Promise<Whose> => {
  const rows = await db.inOrg(org, (tx) =>
    tx.manager
      .createQueryBuilder(SupportRow, 'line')
      .select('distinct line.supporter', 'supporter')
      .where('line.org = :org and line.supporter is not null', { org })
      .getRawMany<{ supporter: string }>(),
  );
  const asked = await Promise.all(
    rows.map(async ({ supporter }) => ({ supporter, member: await members.rolesOf(org, supporter) })),
  );
  const gone = asked.flatMap(({ supporter, member }) => (member?.roles.includes('peer-supporter') ? [] : [supporter]));
  return { me: personId, gone };
};
