import { type DomainCommand, type Instant, refuse, secret } from '#kernel/core';
import { type FactSource, type Language, PRIVILEGED_SOURCES, type TakenBack } from './facts.codes.js';
import type { KeptFact } from './facts.events.js';

/** A fact that is kept, and whether it may be told. */
export interface Entry {
  readonly entry: string;
  readonly cleared: boolean;
}

/** The facts of a safety event and a patient. */
export interface KeptFacts {
  readonly entries: readonly Entry[];
}

interface About {
  readonly safetyEventId: string;
  readonly by: string;
}

export type RecordFact = DomainCommand<'RecordFact', { entry: string; source: FactSource; text: string } & About>;
export type CorrectFact = DomainCommand<'CorrectFact', { entry: string; text: string } & About>;
export type RetractFact = DomainCommand<'RetractFact', { entry: string; reason: TakenBack } & About>;
export type ClearFact = DomainCommand<
  'ClearFact',
  { entry: string; words: string; language: Language; noPrivilegedContent: boolean; at: Instant } & About
>;
export type WithdrawClearance = DomainCommand<'WithdrawClearance', { entry: string; reason: TakenBack } & About>;
export type FactsCommand = RecordFact | CorrectFact | RetractFact | ClearFact | WithdrawClearance;

type Facts = readonly KeptFact[];

const known = ({ entries }: KeptFacts, entry: string): Entry =>
  entries.find((one) => one.entry === entry) ?? refuse('facts/not-found', 'There is no such fact.', 'entry');

/** INV-24: only what stands outside of review, work product, counsel's and caregivers' matters is kept as a fact. */
export const record = ({ entry, source, text, safetyEventId, by }: RecordFact['data']): Facts => {
  if (PRIVILEGED_SOURCES.includes(source))
    return refuse(
      'facts/privileged-source',
      'What comes from there is privileged or confidential, and never shared: find the same in the record, or leave it.',
      'source',
    );
  return [{ type: 'FactRecorded', data: { safetyEventId, entry, source, text: secret(text), recordedBy: by } }];
};

export const correct = ({ entry, text, safetyEventId, by }: CorrectFact['data'], facts: KeptFacts): Facts => {
  known(facts, entry);
  return [{ type: 'FactCorrected', data: { safetyEventId, entry, text: secret(text), correctedBy: by } }];
};

export const retract = ({ entry, reason, safetyEventId, by }: RetractFact['data'], facts: KeptFacts): Facts => {
  known(facts, entry);
  return [{ type: 'FactRetracted', data: { safetyEventId, entry, reason, retractedBy: by } }];
};

/** Cleared by a named person who says that nothing privileged is in the words (domain.md 7.5). */
export const clear = (data: ClearFact['data'], facts: KeptFacts): Facts => {
  const { entry, words, language, noPrivilegedContent, safetyEventId, at, by } = data;
  known(facts, entry);
  if (!noPrivilegedContent)
    return refuse(
      'facts/not-signed',
      'Somebody says by name that nothing privileged is in these words.',
      'noPrivilegedContent',
    );
  return [
    {
      type: 'FactClearedForSharing',
      data: { safetyEventId, entry, words: secret(words), language, clearedAt: at, clearedBy: by },
    },
  ];
};

export const withdraw = ({ entry, reason, safetyEventId, by }: WithdrawClearance['data'], facts: KeptFacts): Facts => {
  if (!known(facts, entry).cleared) return refuse('facts/not-cleared', 'This fact is not cleared for sharing.');
  return [{ type: 'FactClearanceWithdrawn', data: { safetyEventId, entry, reason, withdrawnBy: by } }];
};
