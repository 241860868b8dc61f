import { toInstant } from '#kernel/http';
import type { SubmitConcern } from './submit-concern.command.js';
import type { HappenedRequest } from './submit-concern.contact.js';
import type { SubmitConcernRequest } from './submit-concern.request.js';

/** A validated request as the command's data; `codeHash` of the code that goes to who told us. */
export const toSubmission = (
  request: SubmitConcernRequest,
  enteredBy: string,
  codeHash: string | undefined,
): SubmitConcern['data'] => {
  const { receivedAt, reasonCode: _reasonCode, approver: _approver, wantsCode: _, happened, ...told } = request;
  return {
    ...told,
    ...(receivedAt && { receivedAt: toInstant(receivedAt) }),
    ...(happened && { happened: inUtc(happened) }),
    ...(codeHash && { codeHash }),
    enteredBy,
  };
};

const inUtc = ({ from, until, certainty }: HappenedRequest) => ({
  from: toInstant(from),
  ...(until && { until: toInstant(until) }),
  certainty,
});
