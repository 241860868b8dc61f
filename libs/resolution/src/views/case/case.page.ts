import { LABELS, type Label } from '#kernel/core';
import { SHAPES, type Told } from '../../record/case.reading.js';
import type { RecordedFact } from '../../record/case.row.js';
import { asked, type Stage, stageAfter } from '../../record/case.stage.js';
import { nobody, peopleOf, teamAfter } from '../../record/case.team.js';
import type { ResolutionCaseFact } from '../../resolution-case/resolution-case.events.js';
import { type OfferShown, offersOf } from './case.offers.js';
import { type PromiseShown, promisesOf, type QuestionShown, questionsOf } from './case.talks.js';
import { picked } from './picked.js';

/** Somebody who stands for the patient now, or is involved in their care. */
export interface RepresentativeShown {
  readonly person: string;
  readonly authority?: unknown;
  readonly relation?: unknown;
  readonly name?: unknown;
}

/** Where a case stands, and who and what belongs to it. */
export interface CasePage {
  readonly stage: Pick<Stage, 'status' | 'cycle'>;
  readonly owner?: string;
  readonly liaison?: string;
  readonly team: readonly string[];
  readonly representatives: readonly RepresentativeShown[];
  readonly questions: readonly QuestionShown[];
  readonly promises: readonly PromiseShown[];
  readonly offers: readonly OfferShown[];
  /** Bills that went out although they were held (INV-26). */
  readonly billsSentDuringHold: number;
}

type Facts = readonly Pick<RecordedFact, 'type' | 'data'>[];

/** The page of a case for somebody who may see where it stands, from its facts and what they say to them. */
export const pageOf = (facts: Facts, told: readonly Told[]): CasePage => {
  const known = facts as readonly ResolutionCaseFact[];
  const { status, cycle } = known.reduce(stageAfter, asked);
  const team = known.reduce(teamAfter, nobody);
  return {
    stage: { status, cycle },
    ...(team.owner && { owner: team.owner }),
    ...(team.liaison && { liaison: team.liaison }),
    team: peopleOf(team),
    representatives: representativesOf(told),
    questions: questionsOf(told),
    promises: promisesOf(told),
    offers: offersOf(told),
    billsSentDuringHold: facts.filter(({ type }) => type === 'BillSentDuringHold').length,
  };
};

/** The labels that fields of these facts have and the reader does not see. */
export const withheldLabels = (facts: Facts, labels: readonly Label[]): readonly Label[] => {
  const present = new Set(
    facts.flatMap(({ type, data }) =>
      Object.entries(SHAPES.get(type)?.fields ?? {})
        .filter(([name]) => (data as Readonly<Record<string, unknown>>)[name] !== undefined)
        .map(([, { label }]) => label),
    ),
  );
  return LABELS.filter((label) => present.has(label) && !labels.includes(label));
};

const representativesOf = (told: readonly Told[]): readonly RepresentativeShown[] => {
  const people = new Map<string, RepresentativeShown>();
  for (const { type, said } of told) {
    const person = said.person as string | undefined;
    if (!person) continue;
    if (type === 'RepresentativeRecorded')
      people.set(person, { person, ...picked(said, ['authority', 'relation', 'name']) });
    if (type === 'RepresentativeEnded') people.delete(person);
  }
  return [...people.values()];
};
