import type { Told } from '../../record/case.reading.js';
import { picked } from './picked.js';

/** What somebody asked, and whether they have an answer. */
export interface QuestionShown {
  readonly question: string;
  readonly text?: unknown;
  readonly askedAt?: unknown;
  readonly answered: boolean;
  readonly answer?: unknown;
}

/** What was promised, by when, and who keeps it now. */
export interface PromiseShown {
  readonly promise: string;
  readonly text?: unknown;
  readonly owner?: unknown;
  readonly dueAt?: unknown;
  readonly kept: boolean;
}

/** Every question of a case, in the order in which they were asked. */
export const questionsOf = (told: readonly Told[]): readonly QuestionShown[] => {
  const questions = new Map<string, QuestionShown>();
  for (const { type, said } of told) {
    const question = said.question as string | undefined;
    if (!question) continue;
    if (type === 'PatientQuestionAsked')
      questions.set(question, { question, ...picked(said, ['text', 'askedAt']), answered: false });
    if (type === 'PatientQuestionAnswered')
      questions.set(question, { ...questions.get(question), question, ...picked(said, ['answer']), answered: true });
  }
  return [...questions.values()];
};

/** Every promise of a case, in the order in which they were made. */
export const promisesOf = (told: readonly Told[]): readonly PromiseShown[] => {
  const promises = new Map<string, PromiseShown>();
  for (const { type, said } of told) {
    const promise = said.promise as string | undefined;
    if (!promise) continue;
    const before = promises.get(promise) ?? { promise, kept: false };
    if (type === 'PatientPromiseMade')
      promises.set(promise, { promise, ...picked(said, ['text', 'owner', 'dueAt']), kept: false });
    if (type === 'PatientPromiseKept') promises.set(promise, { ...before, kept: true });
    if (type === 'PatientPromiseHandedOver' && said.to !== undefined)
      promises.set(promise, { ...before, owner: said.to });
  }
  return [...promises.values()];
};
