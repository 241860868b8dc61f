import type { Instant } from '#kernel/core';
import { kept, type Opened, type Says, saidOf } from './said.js';

type Timeline = readonly Says[];

/** A question of the patient, and its answer where it has one. */
export interface ShownQuestion {
  readonly question: string;
  readonly text?: Opened<'PatientQuestionAsked'>['text'];
  readonly askedAt?: Instant;
  readonly answer?: Opened<'PatientQuestionAnswered'>['answer'];
  readonly answeredAt?: Instant;
}

/** A promise to the patient: who keeps it, until when, and whether it was kept. */
export interface ShownPromise {
  readonly promise: string;
  readonly text?: Opened<'PatientPromiseMade'>['text'];
  readonly owner?: string;
  readonly dueAt?: Instant;
  readonly madeAt?: Instant;
  readonly keptAt?: Instant;
}

/** When the patient was last spoken with, and when they were told that they hear from us next. */
export interface Contacts {
  readonly lastAt?: Instant;
  readonly nextAt?: Instant;
}

/** When one was told something in each of these. */
const toldAt = (timeline: Timeline): readonly (Instant | undefined)[] => [
  ...saidOf(timeline, 'InitialDisclosureHeld', 'FollowUpCommunicationHeld').map(({ said }) => said.heldAt),
  ...saidOf(timeline, 'FindingsSharedWithPatient').map(({ said }) => said.sharedAt),
  ...saidOf(timeline, 'ReasonableCareExplained').map(({ said }) => said.explainedAt),
];

export const contactsOf = (timeline: Timeline): Contacts =>
  kept({
    lastAt: toldAt(timeline)
      .filter((at) => at !== undefined)
      .sort()
      .at(-1),
    nextAt: saidOf(timeline, 'InitialDisclosureHeld', 'FollowUpCommunicationHeld').at(-1)?.said.nextContactAt,
  });

/** The questions, those that nobody answered first. Of those that came with another case, the words stand there. */
export const questionsOf = (timeline: Timeline): readonly ShownQuestion[] => {
  const answers = new Map(saidOf(timeline, 'PatientQuestionAnswered').map(({ said }) => [said.question, said]));
  const absorbed = saidOf(timeline, 'ResolutionCaseAbsorbed').flatMap(({ said }) => said.questions ?? []);
  return [
    ...saidOf(timeline, 'PatientQuestionAsked'),
    ...absorbed.map((question): { said: Opened<'PatientQuestionAsked'> } => ({ said: { question } })),
  ]
    .flatMap(({ said: { question, text, askedAt } }) => {
      const { answer, answeredAt } = answers.get(question) ?? {};
      return question === undefined ? [] : [kept({ question, text, askedAt, answer, answeredAt })];
    })
    .sort((a, b) => Number(a.answeredAt !== undefined) - Number(b.answeredAt !== undefined));
};

/** The promises, those that were not kept yet first. Of those that came with another case, the words stand there. */
export const promisesOf = (timeline: Timeline): readonly ShownPromise[] => {
  const keptAt = new Map(saidOf(timeline, 'PatientPromiseKept').map(({ said }) => [said.promise, said.keptAt]));
  const keepers = new Map(saidOf(timeline, 'PatientPromiseHandedOver').map(({ said }) => [said.promise, said.to]));
  const absorbed = saidOf(timeline, 'ResolutionCaseAbsorbed').flatMap(({ said }) => said.promises ?? []);
  return [
    ...saidOf(timeline, 'PatientPromiseMade'),
    ...absorbed.map(({ promise, owner, dueAt }): { said: Opened<'PatientPromiseMade'> } => ({
      said: { promise, owner, dueAt },
    })),
  ]
    .flatMap(({ said: { promise, text, owner, dueAt, madeAt } }) =>
      promise === undefined
        ? []
        : [kept({ promise, text, owner: keepers.get(promise) ?? owner, dueAt, madeAt, keptAt: keptAt.get(promise) })],
    )
    .sort((a, b) => Number(a.keptAt !== undefined) - Number(b.keptAt !== undefined));
};
