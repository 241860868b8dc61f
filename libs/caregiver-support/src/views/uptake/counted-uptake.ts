/** How offers of support were taken, of those to whom a first offer was made in some time. */
export interface Uptake {
  readonly offered: number;
  readonly accepted: number;
  readonly declined: number;
  readonly unanswered: number;
}

/** The parts that make up those who were offered support. */
const PARTS = ['accepted', 'declined', 'unanswered'] as const;

/** The least that is told of: a group of fewer people than this tells of each of them (domain.md 2.3, 7.8). */
const LEAST = 11;

/**
 * What may be told of an uptake: no number below 11, zero among them, since that nobody of a group declined tells of all of
 * it. What is hidden is never the difference of what is told: at least two parts together, of at least 11 people.
 */
export const toldOf = (uptake: Uptake): Partial<Uptake> => {
  const { offered } = uptake;
  if (offered < LEAST) return {};
  const bySize = [...PARTS].sort((a, b) => uptake[b] - uptake[a]);
  const small = bySize.filter((part) => uptake[part] < LEAST);
  let told = bySize.filter((part) => !small.includes(part));
  while (told.length > 0 && exposed(uptake, told)) told = told.slice(0, -1);
  return { offered, ...Object.fromEntries(told.map((part) => [part, uptake[part]])) };
};

/** Whether what is not told follows, or comes close to it. */
const exposed = (uptake: Uptake, told: readonly (typeof PARTS)[number][]): boolean => {
  const hidden = PARTS.filter((part) => !told.includes(part));
  const rest = hidden.reduce((sum, part) => sum + uptake[part], 0);
  return hidden.length > 0 && (hidden.length < 2 || rest < LEAST);
};
