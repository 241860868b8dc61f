import { type ClockDefinition, defaultDefinitions } from '#kernel/clocks';
import type { OwnDefinition } from './clock-policies.row.js';

/** An organization's own definition in full: its words, and whose rule it is, are those of the kind that ships. */
export const wholeDefinition = ({ definedBy, runs, ...own }: OwnDefinition): ClockDefinition | undefined => {
  const shipped = defaultDefinitions.find(({ kind }) => kind === own.kind);
  if (!shipped) return undefined; // a kind that this version of the software no longer knows
  return { ...shipped, ...(own as Partial<ClockDefinition>), runs: runs ? 'yes' : 'no' };
};

/** All of an organization's own definitions that can be run here. */
export const wholeDefinitions = (own: readonly OwnDefinition[]): readonly ClockDefinition[] =>
  own.flatMap((one) => wholeDefinition(one) ?? []);
