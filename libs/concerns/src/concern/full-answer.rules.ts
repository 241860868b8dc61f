/** The four contents of the answer to a grievance (42 CFR 482.13(a)(2)). */
export const CONTENTS = ['contactPerson', 'steps', 'results', 'completedOn'] as const;
export type Content = (typeof CONTENTS)[number];

/** Whether an answer is one that ends a grievance: in writing, with its four contents. */
export const isFullAnswer = (answer: { readonly written: boolean } & { readonly [C in Content]?: unknown }): boolean =>
  answer.written && CONTENTS.every((content) => answer[content] !== undefined);
