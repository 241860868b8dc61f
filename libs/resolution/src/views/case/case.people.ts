import type { Instant } from '#kernel/core';
import { kept, type Opened, saidOf } from '../../case-record/said.js';
import type { SeenCase, TimelineStep } from '../../case-record/shown-case.js';
import { type Cover, coversAt } from '../../resolution-case/people.state.js';
import { isActive } from '../../resolution-case/resolution-case.state.js';

type Timeline = readonly TimelineStep[];

/** Somebody who stands for the patient or is involved in their care, as far as the reader may see them. */
export type ShownRepresentative = Omit<Opened<'RepresentativeRecorded'>, 'safetyEventId' | 'recordedBy'>;

/** Who the case is about, who stands for them, and who of us is there for them. */
export interface CasePeople {
  readonly patientName?: Opened<'ResponseTeamActivated'>['patientName'];
  readonly patientRef?: Opened<'ResponseTeamActivated'>['patientRef'];
  readonly owner?: string;
  readonly members: readonly string[];
  readonly communicationLead?: string;
  readonly liaison?: string;
  /** Whether the patient has a way to reach the liaison. */
  readonly contactGiven: boolean;
  readonly cover?: Cover & { readonly now: boolean };
  readonly representatives: readonly ShownRepresentative[];
  /** Relatives disagree, and counsel knows. */
  readonly relativesDisagree: boolean;
  /** Why it has to be looked at anew who decides. */
  readonly rechecks: readonly string[];
  readonly needs: readonly string[];
  /** BCP 47, as far as it is known from what was given to them in writing. */
  readonly language?: string;
  /** They need an interpreter, or were spoken with through one. */
  readonly interpreter: boolean;
  /** At most so many days apart, by the family's wish. */
  readonly contactEveryDays?: number;
}

/** The people of a case, from what its reader may see of it. */
export const peopleOf = ({ standing, cover }: SeenCase, timeline: Timeline, now: Instant): CasePeople => {
  const people = 'people' in standing ? standing.people : undefined;
  const activation = saidOf(timeline, 'ResponseTeamActivated').at(-1)?.said ?? {};
  const needs = saidOf(timeline, 'PatientNeedsAssessed').at(-1)?.said.kinds ?? [];
  return kept({
    patientName: activation.patientName,
    patientRef: activation.patientRef,
    ...(isActive(standing)
      ? { owner: standing.owner, members: standing.members, communicationLead: standing.communicationLead }
      : { members: [] }),
    liaison: people?.liaison,
    contactGiven: people?.contactGiven ?? false,
    cover: cover && { ...cover, now: coversAt(cover, now) },
    representatives: representativesOf(timeline),
    relativesDisagree: people?.relativesDisagree ?? false,
    rechecks: people?.rechecks ?? [],
    needs,
    language: saidOf(timeline, 'RightToCounselAdvised').at(-1)?.said.language,
    interpreter: needs.includes('interpreter') || interpreted(timeline),
    contactEveryDays: saidOf(timeline, 'ContactWishRecorded').at(-1)?.said.everyDays,
  });
};

/** As recorded last, without those who no longer stand for the patient. */
const representativesOf = (timeline: Timeline): readonly ShownRepresentative[] => {
  const standing = new Map<string, ShownRepresentative>();
  for (const { type, said } of saidOf(timeline, 'RepresentativeRecorded', 'RepresentativeEnded')) {
    const { person } = said;
    if (person === undefined) continue;
    if (type === 'RepresentativeEnded') standing.delete(person);
    else {
      const { safetyEventId: _, recordedBy: _by, ...representative } = said as Opened<'RepresentativeRecorded'>;
      standing.set(person, representative);
    }
  }
  return [...standing.values()];
};

const interpreted = (timeline: Timeline): boolean =>
  saidOf(timeline, 'InitialDisclosureHeld', 'FollowUpCommunicationHeld').some(({ said }) => said.interpreterUsed);
