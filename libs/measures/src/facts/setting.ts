import { MERGED, NO_PATIENT, QUARANTINED, SPAM, VOIDED } from '../definitions/exclusions.js';
import type { ConcernSubject } from '../subject/concern.js';
import type { SafetyEventSubject } from '../subject/safety-event.js';
import type { Holding, Setting } from './measure-fact.js';

/** Of whom a safety event is, and whether it counts in any measure at all (domain.md 2.2, rule 4). */
export const safetyEventSetting = (subject: SafetyEventSubject): Setting => {
  const { zone, people, peopled, voided, merged, reopened } = subject;
  const gone: Holding | undefined = voided
    ? { reason: VOIDED, position: voided.position }
    : merged && { reason: MERGED, position: merged.position };
  return {
    zone,
    people: people ?? 'patients',
    reopened: reopened.length > 0,
    outside: gone ?? (people ? undefined : { reason: NO_PATIENT, position: peopled }),
  };
};

/** The same of a concern: patients and families have them, so they count among those of patients. */
export const concernSetting = ({ zone, spam, quarantined, merged, reopened }: ConcernSubject): Setting => {
  const [outside] = [
    spam && { reason: SPAM, position: spam.position },
    quarantined && { reason: QUARANTINED, position: quarantined.position },
    merged && { reason: MERGED, position: merged.position },
  ].filter((one) => one !== undefined);
  return { zone, people: 'patients', reopened: reopened.length > 0, outside };
};
