/** The words of a mail: codes and a link. What happened to whom is read in the application, by whoever may. */
export interface Letter {
  readonly subject: string;
  readonly text: string;
}

type Params = Readonly<Record<string, string>>;

/** Where an urgent clock stands. */
const STAGES: Readonly<Record<string, string>> = {
  start: 'has started',
  half: 'has run for half of its time',
  late: 'has run out',
};

const LETTERS: Readonly<Record<string, (params: Params) => { subject: string; says: string }>> = {
  'severe-harm-reported': ({ harm, ...params }) => ({
    subject: 'Page: severe harm was reported',
    says: `A safety event was reported with harm "${harm}". ${reached(params)}: look at it now and acknowledge.`,
  }),
  'safety-event-serious': () => ({
    subject: 'A safety event was confirmed as serious',
    says: 'A safety event was confirmed as serious.',
  }),
  'response-team-asked-for': () => ({
    subject: 'A response team is asked for',
    says: 'A safety event is eligible for communication and resolution: activate the response team within half an hour of its identification.',
  }),
  'case-merge-required': () => ({
    subject: 'Two cases may be one',
    says: 'Reports of one safety event were merged, and each has its resolution case: say which of the two goes on.',
  }),
  'liaison-was-involved': () => ({
    subject: 'A case needs another liaison',
    says: 'The liaison of a resolution case, or who covers for them, was involved in the harm: name somebody who was not.',
  }),
  'caregiver-support-owed': () => ({
    subject: 'A colleague is owed an offer of support',
    says: 'Somebody was involved in a safety event: they are owed an offer of support within a day.',
  }),
  'concern-is-grievance': () => ({
    subject: 'A concern is a formal grievance',
    says: 'A concern was classified as a grievance: it is answered in writing within seven days of its receipt.',
  }),
  'concern-outcome-known': ({ outcome }) => ({
    subject: 'A promised reply is due',
    says: `The safety event that was reported of a concern ended ("${outcome}"): its submitter waits for the reply.`,
  }),
  'deadline-half': ({ kind }) => ({
    subject: 'Half of the time has passed',
    says: `Half of the time of a deadline (${kind}) has passed.`,
  }),
  'deadline-due': ({ kind }) => ({
    subject: 'Something is due soon',
    says: `A deadline (${kind}) is nearly over.`,
  }),
  'deadline-late': ({ kind }) => ({
    subject: 'Something is late',
    says: `A deadline (${kind}) has passed, and what it waits for is not done.`,
  }),
  'life-at-risk-clock': ({ kind, stage, ...params }) => ({
    subject: stage === 'late' ? 'Page: an urgent answer is late' : 'Page: somebody waits for an urgent answer',
    says: `Life may be at risk, and the clock ${kind} ${STAGES[stage ?? ''] ?? 'runs'}. ${reached(params)}: look at it now and acknowledge.`,
  }),
};

/** Why somebody is told who was not paged first. */
const reached = ({ insteadOf, unanswered }: Params): string => {
  if (unanswered) return 'Nobody has acknowledged the page about it, so every risk manager is told';
  return insteadOf
    ? `Nobody is on call as ${insteadOf}, so every risk manager is told`
    : 'You are told as the safety lead on call';
};

/** Where the records of a stream's kind are read. */
const PATHS: Readonly<Record<string, string>> = {
  'safety-event': 'v1/safety-events',
  'resolution-case': 'v1/resolution-cases',
  concern: 'v1/concerns',
  'caregiver-support': 'v1/caregiver-support',
};

const pathOf = (about: string): string => {
  const path = PATHS[about.slice(0, -37)];
  return path ? `${path}/${about.slice(-36)}` : '';
};

/** The words of a notice, or nothing where there are none for its code. `about` is a stream, which the link leads to. */
export const letterOf = (code: string, params: Params, about: string, publicUrl: string): Letter | undefined => {
  const letter = LETTERS[code]?.(params);
  if (!letter) return undefined;
  const path = pathOf(about);
  return {
    subject: letter.subject,
    text: [
      letter.says,
      '',
      `${publicUrl.replace(/\/$/, '')}/${path}`,
      '',
      'This mail holds no details on purpose.',
      '',
    ].join('\n'),
  };
};
