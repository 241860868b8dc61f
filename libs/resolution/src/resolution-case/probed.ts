import type { ActiveCase, Asking } from './resolution-case.rules.js';

/** A person or a thing that a probe has to name, whoever it is: what somebody chooses, or a command creates. */
export const SOMEBODY = '00000000-0000-4000-8000-000000000000';

/** Who could be the liaison: each of the team, whoever asks, whoever is it already, somebody else. */
export const liaisons = ({ members, people }: ActiveCase, { by }: Asking) =>
  [...new Set([SOMEBODY, ...members, by, people.liaison ?? by])].flatMap((liaison) => [
    { liaison, contactGiven: true },
    { liaison, contactGiven: false },
  ]);

/** The patient, and everybody who was recorded. */
export const anybody = ({ people }: ActiveCase): readonly { readonly person?: string }[] => [
  {},
  ...people.representatives.map(({ person }) => ({ person })),
];

/** Who could be spoken with: the patient, or each of those who stand for them or are involved. */
export const parties = ({ people }: ActiveCase) => [
  { attendees: ['patient'] as const },
  ...people.representatives.flatMap(({ person }) => [
    { attendees: ['representative'] as const, persons: [person] },
    { attendees: ['involved_family'] as const, persons: [person] },
  ]),
];
