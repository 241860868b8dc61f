import { streamId } from '#kernel/core';
import { automation } from '#kernel/readers';
import type { SafetyEventFact } from '#safety-events/contracts';
import { RequestActivation } from '../commands/request-activation/request-activation.command.js';
import { WithdrawActivation } from '../commands/withdraw-activation/withdraw-activation.command.js';
import { caseOf } from './case-of.js';

/** Eligible: a case is asked for. Not eligible after all: what was asked for is taken back, if nobody has begun. */
export const whenEligibilityDeterminedThenRequestActivation = automation<SafetyEventFact>({
  name: 'resolution.when-eligibility-determined-then-request-activation',
  version: 1,
  on: {
    CrpEligibilityDetermined: ({ org, stream, meta, data: { eligible, patient, identifiedAt, eventAt } }, act) => {
      const safetyEventId = streamId(stream);
      const id = caseOf(org, safetyEventId, patient);
      if (!eligible) return new WithdrawActivation(id, { reason: 'not_eligible' }, act());
      const { facility, zone } = meta;
      const place = { ...(facility && { facility }), ...(zone && { zone }) };
      return new RequestActivation(
        id,
        { safetyEventId, patient, trigger: 'crp_eligible', identifiedAt, ...(eventAt !== undefined && { eventAt }) },
        act({ meta: place }),
      );
    },
  },
});
