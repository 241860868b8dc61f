import type { Envelope, Streams } from '#kernel/ledger';
import { actingBy } from '../resolution-case/acting.js';
import { resolutionCaseDecider } from '../resolution-case/resolution-case.decider.js';
import { active, checkOnTeam } from '../resolution-case/resolution-case.rules.js';

/** What kept facts are about, and who acts on them. Refused where there is no such case, or it is not theirs. */
export const aboutCase = async (
  streams: Streams,
  id: string,
  envelope: Envelope,
): Promise<{ safetyEventId: string; by: string }> => {
  const acting = actingBy(envelope);
  const { state } = await streams.asOf(resolutionCaseDecider, envelope.org, id);
  const resolutionCase = active(state);
  checkOnTeam(acting, resolutionCase);
  return { safetyEventId: resolutionCase.safetyEventId, by: acting.by };
};
