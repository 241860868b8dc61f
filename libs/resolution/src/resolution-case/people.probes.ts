import type { PeopleToldCommand } from './people.rules.js';
import { anybody, liaisons, SOMEBODY } from './probed.js';
import type { Asking, Probes } from './resolution-case.rules.js';

const WORDS = 'Words';
const DAY = 86_400_000;

const dayAfter = ({ at }: Asking) => new Date(Date.parse(at) + DAY).toISOString();

/** The commands about people worth trying on a case. */
export const peopleProbes: Probes<PeopleToldCommand> = {
  ChangeLiaison: (resolutionCase, asking) => liaisons(resolutionCase, asking).map((one) => ({ ...asking, ...one })),
  ArrangeLiaisonCover: ({ members }, asking) => {
    const arranged = { ...asking, from: asking.at, until: dayAfter(asking), patientTold: true };
    return [...new Set([SOMEBODY, ...members, asking.by])].map((cover) => ({ ...arranged, cover }));
  },
  ChangeResponseTeam: ({ members, communicationLead }, asking) => [
    { ...asking, members: [...members, SOMEBODY], communicationLead },
  ],
  AssessNeeds: (_, asking) => [{ ...asking, kinds: ['none_named'] }],
  OfferSupport: (_, asking) => [{ ...asking, kinds: ['emotional_support'], accepted: [] }],
  RecordMinority: ({ people }, asking) => [
    { ...asking, majorityAt: dayAfter(asking), courtApprovalNeeded: !people.courtApprovalNeeded },
  ],
  RecordMinorView: (_, asking) => [{ ...asking, view: WORDS }],
  RecordCapacity: ({ people }, asking) => [
    { ...asking, capacity: people.lacksCapacity ? 'has' : 'lacks', since: asking.at },
  ],
  DeclineProgram: (resolutionCase, asking) =>
    anybody(resolutionCase).flatMap((said) =>
      (['program', 'disclosure', 'review'] as const).map((scope) => ({ ...asking, ...said, scope, lasting: 'now' })),
    ),
  RecordContactWish: (_, asking) => [asking],
  RecordRepresentative: (_, asking) => [
    {
      ...asking,
      newPerson: SOMEBODY,
      authority: 'involved',
      relation: 'other',
      basis: 'patient_did_not_object',
      verified: false,
      maySettle: false,
      name: WORDS,
    },
  ],
  EndRepresentative: ({ people }, asking) =>
    people.representatives.map(({ person }) => ({ ...asking, person, reason: 'own_wish' })),
  RecheckAuthority: (resolutionCase, asking) => anybody(resolutionCase).map((said) => ({ ...asking, ...said })),
  RecordRelativesConflict: (_, asking) => [{ ...asking, note: WORDS }],
  SettleRelativesConflict: (_, asking) => [asking],
};
