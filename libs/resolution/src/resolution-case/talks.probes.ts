import type { ConversationCommand } from './conversation.rules.js';
import { anybody, parties } from './probed.js';
import { EXCEPTION_KINDS } from './resolution-case.codes.js';
import type { ActiveCase, Asking, Probes } from './resolution-case.rules.js';
import type { SharingCommand } from './sharing.rules.js';
import { FIRST } from './talks.state.js';

/** An id that nothing has. */
const NEW = '00000000-0000-4000-8000-000000000000';

const talks = (resolutionCase: ActiveCase, asking: Asking) =>
  parties(resolutionCase).map((there) => ({
    ...asking,
    ...there,
    mode: 'in_person' as const,
    interpreterUsed: false,
    apology: 'none' as const,
    cleared: [],
    factsTold: 'What is known.',
    documentedInChart: false,
    trained: true,
  }));

const later = (at: string): string => new Date(Date.parse(at) + 1).toISOString();

/** What would be worth trying in conversations, and in what comes of them. */
export const talksProbes: Probes<ConversationCommand | SharingCommand> = {
  AttemptDisclosure: (_, asking) => [{ ...asking, mode: 'phone', outcome: 'no_answer' }],
  HoldInitialDisclosure: talks,
  HoldFollowUp: (resolutionCase, asking) => talks(resolutionCase, asking).map((one) => ({ ...one, conversation: NEW })),
  RecordDisclosureException: (resolutionCase, asking) =>
    anybody(resolutionCase).flatMap((said) => EXCEPTION_KINDS.map((kind) => ({ ...asking, ...said, kind }))),
  DocumentDisclosure: (resolutionCase, asking) =>
    resolutionCase.talks.undocumented.map((one) => (one === FIRST ? asking : { ...asking, conversation: one })),
  AskQuestion: (_, asking) => [{ ...asking, question: NEW, text: 'What happened?' }],
  AnswerQuestion: (resolutionCase, asking) =>
    resolutionCase.talks.questions.map(({ question }) => ({ ...asking, question, answer: 'This.' })),
  MakePromise: (_, asking) => [
    { ...asking, promise: NEW, text: 'We call.', owner: asking.by, dueAt: later(asking.at) },
  ],
  KeepPromise: (resolutionCase, asking) => resolutionCase.talks.promises.map(({ promise }) => ({ ...asking, promise })),
  HandOverPromise: (resolutionCase, asking) =>
    resolutionCase.talks.promises.flatMap(({ promise }) => [asking.by, NEW].map((to) => ({ ...asking, promise, to }))),
  ShareFindings: (resolutionCase, asking) =>
    parties(resolutionCase).map((there) => ({
      ...asking,
      ...there,
      factIds: [NEW],
      actionIds: [],
      cleared: [NEW],
      mode: 'letter',
      counselReason: '-',
    })),
  DeclineFindings: (resolutionCase, asking) => anybody(resolutionCase).map((said) => ({ ...asking, ...said })),
};
