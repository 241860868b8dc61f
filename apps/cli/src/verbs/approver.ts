import type { Action, Caller } from '#kernel/access';
import { isPersonId } from '../session/acting.js';
import { Mistake } from '../session/mistake.js';
import type { Session } from '../session/session.js';

/** What somebody is about to do, and who is said to have approved it. */
export interface Approval {
  readonly by: string;
  readonly approvedBy?: string;
  readonly action: Action;
  /** What it is, as in `bringing in old reports`. */
  readonly of: string;
  /** The persona that stands in for a second person while developing. */
  readonly standIn: string;
}

/** Who approved it: nobody approves by default, but a seeded person may stand in while developing. */
export const approverOf = async (
  session: Session,
  { by, approvedBy, action, of, standIn }: Approval,
  { org, personId }: Caller,
): Promise<Caller> => {
  const developing = session.config.mode === 'development' && !isPersonId(by);
  const name = approvedBy ?? (developing ? standIn : undefined);
  if (!name) throw new Mistake(`--approved-by is required: another person approves ${of}.`);
  const approver = await session.caller({ by: name, org }, action);
  if (approver.personId === personId) throw new Mistake('Who imports cannot approve it: --approved-by names another.');
  return approver;
};
