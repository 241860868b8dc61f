import { earliest, type SlowLog, type Step } from './slow-log.examples.js';

/** The support of one person, as the raw list tells it. */
interface SlowSupport {
  readonly owed: Step;
  readonly offered: Step | undefined;
  readonly excluded: boolean;
}

/** Everybody who was involved in these safety events, one by one. */
export const supportsSlowly = (log: SlowLog, safetyEvents: readonly string[]): readonly SlowSupport[] => {
  const begun = log.all.filter(
    ({ type, data }) =>
      type === 'CaregiverSupportOwed' && 'safetyEventId' in data && safetyEvents.includes(data.safetyEventId),
  );
  return [...new Set(begun.map(({ stream }) => stream.slice(-36)))].map((id) => {
    const owed = log.of('CaregiverSupportOwed', [id]).at(-1);
    if (!owed) throw new Error('It was never owed');
    const since = (type: 'CaregiverSupportOffered' | 'CaregiverSupportEnded') =>
      log.all.filter((one) => one.type === type && one.stream.endsWith(id) && one.position > owed.position);
    const offers = since('CaregiverSupportOffered').flatMap(({ data, recordedAt }) =>
      'offeredAt' in data ? [{ at: data.offeredAt, recordedAt }] : [],
    );
    const wrong = since('CaregiverSupportEnded').some(
      ({ data }) => 'reason' in data && data.reason === 'entered_in_error',
    );
    return {
      owed: { at: owed.data.identifiedAt, recordedAt: owed.recordedAt },
      offered: earliest(offers),
      excluded: wrong || owed.data.relation === 'not_of_this_facility',
    };
  });
};
