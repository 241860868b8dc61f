import type { ConcernSubject } from '../subject/concern.js';
import { type CountFact, countFact, type Occurrence } from './count-fact.js';

const MINUTE = 60_000;

/** Every count that a concern is in, with those that were merged into it (domain.md 2.2, rule 4; 2.3). */
export const concernCounts = (concern: ConcernSubject): readonly CountFact[] => {
  const gone = concern.spam ?? concern.quarantined ?? concern.merged;
  return [...(gone ? [] : [counted(concern)]), ...turns(concern)].map((one) => countFact(one, concern.zone));
};

const counted = (concern: ConcernSubject): Occurrence => {
  const { channel, language, category = 'not_said', received, converted, grievance, stillAtRisk } = concern;
  const acted = stillAtRisk ? concern.acted : undefined;
  const waited = acted && Date.parse(acted.at) - Date.parse(concern.submitted.at);
  return {
    count: 'concerns',
    at: received.at,
    of: {
      category,
      channel,
      language,
      conversion: converted ? 'converted' : 'not_converted',
      grievance: grievance ? 'grievance' : 'no_grievance',
      risk: stillAtRisk ? (acted ? 'acted_on' : 'not_acted_on') : 'not_at_risk',
    },
    took: waited === undefined ? undefined : Math.max(0, waited) / MINUTE,
    because: [received, ...[converted, grievance, acted].filter((one) => one !== undefined)],
  };
};

const turns = ({ spam, reopened, merged, redirected, withdrawn }: ConcernSubject): readonly Occurrence[] =>
  Object.entries({
    spam: [spam],
    reopened,
    merged: [merged],
    redirected: [redirected],
    withdrawn: [withdrawn],
  }).flatMap(([turn, all]) =>
    all.flatMap((one) => (one ? [{ count: 'concern-turns' as const, at: one.at, of: { turn }, because: [one] }] : [])),
  );
