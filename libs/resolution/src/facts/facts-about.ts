import type { Clock, Recorded } from '#kernel/core';
import type { Envelope, Streams } from '#kernel/ledger';
import { actingBy } from '../resolution-case/acting.js';
import { resolutionCaseDecider } from '../resolution-case/resolution-case.decider.js';
import type { onTeam } from '../resolution-case/resolution-case.rules.js';

/** What kept facts are about and who acts on them, and the envelope they are recorded with: of the case's own place. */
interface AboutCase {
  readonly about: { readonly safetyEventId: string; readonly by: string };
  readonly placed: Envelope;
}

/**
 * The case that kept facts are about. Refused where there is no such case, or it is not theirs. `found` says which cases
 * will do: what was told is taken back on any that was taken up (`takenUp`), more is kept where one goes on (`onTeam`).
 */
export const aboutCase = async (
  { streams, clock }: { readonly streams: Streams; readonly clock: Clock },
  id: string,
  envelope: Envelope,
  found: typeof onTeam,
): Promise<AboutCase> => {
  const acting = actingBy(envelope);
  const { events, state } = await streams.asOf(resolutionCaseDecider, envelope.org, id);
  const resolutionCase = found({ ...acting, at: clock.now() }, state);
  const about = { safetyEventId: resolutionCase.safetyEventId, by: acting.by };
  return { about, placed: { ...envelope, meta: { ...placeOf(events[0]), ...envelope.meta } } };
};

/** Facility and zone, as the case has them from its beginning. */
const placeOf = (first: Recorded | undefined): Pick<Recorded['meta'], 'facility' | 'zone'> => {
  const { facility, zone } = first?.meta ?? {};
  return { ...(facility && { facility }), ...(zone && { zone }) };
};
