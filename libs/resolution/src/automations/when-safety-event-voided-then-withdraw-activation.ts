import { streamId } from '#kernel/core';
import { automation } from '#kernel/readers';
import type { SafetyEventFact } from '#safety-events/contracts';
import { WithdrawActivation } from '../commands/withdraw-activation/withdraw-activation.command.js';
import { caseOf } from './case-of.js';

/** What should never have been reported calls for no case: those that were asked for are taken back. */
export const whenSafetyEventVoidedThenWithdrawActivation = automation<SafetyEventFact>({
  name: 'resolution.when-safety-event-voided-then-withdraw-activation',
  version: 1,
  on: {
    SafetyEventVoided: ({ org, stream, data: { patients } }, act) =>
      patients.map(
        (patient) =>
          new WithdrawActivation(caseOf(org, streamId(stream), patient), { reason: 'safety_event_voided' }, act()),
      ),
  },
});
