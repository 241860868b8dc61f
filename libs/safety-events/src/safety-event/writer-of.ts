import type { Caller } from '#kernel/access';
import type { Writer } from './follow-up.rules.js';

/** Who writes about a safety event: whoever may about all of them, or a reporter about their own. */
export const writerOf = ({ grant, personId }: Caller): Writer => ({
  as: grant.scope === 'own' ? 'reporter' : 'staff',
  by: personId,
});
