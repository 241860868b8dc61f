const HOUR = 3_600_000;

/** A time that many hours ago, as a client writes it. */
export const hoursAgo = (hours: number): string => new Date(Date.now() - hours * HOUR).toISOString();

/** A fall as a nurse reports it, at a facility, with whatever is different this time. */
export const aFall = (facilityId: string, different: Readonly<Record<string, unknown>> = {}) => ({
  eventClass: 'incident',
  category: 'fall',
  harmed: 'patient',
  harmReported: 'moderate',
  narrative: 'Slipped on a wet floor beside the bed.',
  eventAt: { value: hoursAgo(2), precision: 'minute' },
  facilityId,
  patientRef: 'MRN-0042',
  ...different,
});

/** How a risk manager rates it. */
export const aRating = (different: Readonly<Record<string, unknown>> = {}) => ({
  type: 'fall',
  harmSeverity: 'moderate',
  sacActual: 2,
  sacPotential: 3,
  route: 'local_review',
  ...different,
});
