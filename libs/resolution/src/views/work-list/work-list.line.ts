import { present } from '#kernel/readers';
import { type Next } from '../../resolution-case/next.js';
import type { Criterion } from '../../resolution-case/resolution-case.codes.js';
import { type ActiveCase, isActive } from '../../resolution-case/resolution-case.state.js';
import type { WorkListLine } from './work-list.body.js';
import type { ListedCase } from './work-list.query.js';

/** A case as its reader may see it, with its clocks and what may happen next as of now. */
export const lineOf = ({ row, clocks, labels }: ListedCase, next: Next): WorkListLine => {
  const kept = present(row);
  const { id, identifiedAt, requestedAt, lastMovedAt, revision } = kept;
  if (!labels.includes('OPER')) return { id, identifiedAt, requestedAt, lastMovedAt, revision };
  const { org: _org, position: _position, zone: _zone, begunAt: _begun, standing, ...line } = kept;
  const dueAt = clocks.find(({ state }) => state !== 'paused')?.dueAt;
  return {
    ...line,
    ...(isActive(standing) ? rememberedOf(standing) : UNTOUCHED),
    clocks,
    ...(dueAt && { dueAt }),
    next: next(standing),
  };
};

/** Of a case that no team has taken up. */
const UNTOUCHED = { contactGiven: false, hold: 'none', attempts: 0, criteria: [] } as const;

/** What the rules remember, as far as it is nobody's secret: of the criteria that they were assessed, not their results. */
const rememberedOf = ({ communicationLead, people, talks, care, offers, cycle, resolution }: ActiveCase) => ({
  ...(people.liaison && { liaison: people.liaison }),
  contactGiven: people.contactGiven,
  communicationLead,
  billable: care.billable,
  hold: care.hold,
  ...(talks.exception && { exception: talks.exception }),
  attempts: talks.attempts.length,
  criteria: Object.keys(care.criteria) as Criterion[],
  ...(care.determination && { determination: care.determination }),
  ...(offers.current && { offer: offers.current.state }),
  ...(resolution && { resolution }),
  openQuestions: talks.questions.filter(({ answered }) => !answered).length,
  openPromises: talks.promises.filter(({ kept }) => !kept).length,
  cycle,
});
