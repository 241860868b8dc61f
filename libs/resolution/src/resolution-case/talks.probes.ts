import type { ConversationCommand } from './conversation.rules.js';
import { EXCEPTION_KINDS } from './resolution-case.codes.js';
import type { ActiveCase, Asking, Probes } from './resolution-case.rules.js';
import type { SharingCommand } from './sharing.rules.js';
import { FIRST } from './talks.state.js';

/** An id that nothing has. */
const NEW = '00000000-0000-4000-8000-000000000000';

/** Who could be spoken with: the patient, or each of those who stand for them or are involved. */
const parties = ({ people }: ActiveCase) => [
  { attendees: ['patient'] as const },
  ...people.representatives.flatMap(({ person }) => [
    { attendees: ['representative'] as const, persons: [person] },
    { attendees: ['involved_family'] as const, persons: [person] },
  ]),
];

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
  RecordDisclosureException: (_, asking) => EXCEPTION_KINDS.map((kind) => ({ ...asking, kind })),
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
  ShareFindings: (_, asking) => [
    { ...asking, factIds: [NEW], actionIds: [], cleared: [NEW], mode: 'letter', attendees: [], counselReason: '-' },
  ],
  DeclineFindings: ({ people }, asking) => [
    asking,
    ...people.representatives.map(({ person }) => ({ ...asking, person })),
  ],
};
