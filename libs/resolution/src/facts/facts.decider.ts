import { type Decider, unreachable } from '#kernel/core';
import type { KeptFact } from './facts.events.js';
import {
  clear,
  correct,
  type Entry,
  type FactsCommand,
  type KeptFacts,
  record,
  retract,
  withdraw,
} from './facts.rules.js';

const decide = (command: FactsCommand, facts: KeptFacts): readonly KeptFact[] => {
  switch (command.type) {
    case 'RecordFact':
      return record(command.data);
    case 'CorrectFact':
      return correct(command.data, facts);
    case 'RetractFact':
      return retract(command.data, facts);
    case 'ClearFact':
      return clear(command.data, facts);
    case 'WithdrawClearance':
      return withdraw(command.data, facts);
    default:
      return unreachable(command);
  }
};

const marked = ({ entries }: KeptFacts, entry: string, cleared: boolean): readonly Entry[] =>
  entries.map((one) => (one.entry === entry ? { entry, cleared } : one));

const evolve = (facts: KeptFacts, { type, data }: KeptFact): KeptFacts => {
  switch (type) {
    case 'FactRecorded':
      return { entries: [...facts.entries, { entry: data.entry, cleared: false }] };
    case 'FactRetracted':
      return { entries: facts.entries.filter(({ entry }) => entry !== data.entry) };
    case 'FactCorrected':
    case 'FactClearanceWithdrawn':
      return { entries: marked(facts, data.entry, false) };
    case 'FactClearedForSharing':
      return { entries: marked(facts, data.entry, true) };
  }
};

/** The kept facts of a safety event and a patient: their stream has the id of the case (decision 0021). */
export const factsDecider: Decider<KeptFacts, FactsCommand, KeptFact> = {
  category: 'facts',
  initialState: { entries: [] },
  decide,
  evolve,
};
