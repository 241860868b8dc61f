import { automation } from '#kernel/readers';
import type { SafetyEventFact } from '#safety-events/contracts';
import { RequireCaseMerge } from '../commands/require-case-merge/require-case-merge.command.js';

/**
 * Reports of one safety event were merged, and each has its case: a person says which goes on, and either of them tells
 * that it is asked (domain.md 8.15, process 6). Never merged by itself: the two may be of different patients. Nor is a case
 * that was only asked for withdrawn by it; it is begun, and merged then.
 */
export const whenCasesMeetThenRequireMerge = automation<SafetyEventFact>({
  name: 'resolution.when-cases-meet-then-require-merge',
  version: 1,
  on: {
    CaseLinked: ({ occurredAt: at, data: { caseId, beside = [] } }, act) =>
      beside.flatMap((other) => [
        new RequireCaseMerge(other, { with: caseId, at }, act()),
        new RequireCaseMerge(caseId, { with: other, at }, act()),
      ]),
  },
});
