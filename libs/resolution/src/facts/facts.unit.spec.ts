import fc from 'fast-check';
import { Refusal, secret, text } from '#kernel/core';
import { deciding } from '#kernel/core/testing';
import { FACT_SOURCES, PRIVILEGED_SOURCES } from './facts.codes.js';
import { factsDecider } from './facts.decider.js';
import { factsCatalogue, type KeptFact } from './facts.events.js';
import type { FactsCommand } from './facts.rules.js';
import { keptSealed } from './kept-field.rules.js';

const about = { safetyEventId: '0192a000-0000-7000-8000-000000000101', by: '0192a000-0000-7000-8000-000000000021' };
const on = { safetyEventId: about.safetyEventId };
const wet = '0192a000-0000-7000-8000-000000000301';
const sign = '0192a000-0000-7000-8000-000000000302';
const at = '2026-03-02T10:00:00.000Z';

type Command<T extends FactsCommand['type']> = Extract<FactsCommand, { type: T }>;
type Fact<T extends KeptFact['type']> = Extract<KeptFact, { type: T }>;

const record = (entry = wet): Command<'RecordFact'> => ({
  type: 'RecordFact',
  data: { ...about, entry, source: 'device_or_log', text: 'Mopped at 02:10.' },
});
const recorded = (entry = wet): Fact<'FactRecorded'> => ({
  type: 'FactRecorded',
  data: { ...on, entry, source: 'device_or_log', text: secret('Mopped at 02:10.'), recordedBy: about.by },
});
const clear = (entry = wet): Command<'ClearFact'> => ({
  type: 'ClearFact',
  data: { ...about, entry, words: 'The floor had just been mopped.', language: 'en', noPrivilegedContent: true, at },
});
const cleared = (entry = wet): Fact<'FactClearedForSharing'> => ({
  type: 'FactClearedForSharing',
  data: {
    ...on,
    entry,
    words: secret('The floor had just been mopped.'),
    language: 'en',
    clearedAt: at,
    clearedBy: about.by,
  },
});
const correct: Command<'CorrectFact'> = {
  type: 'CorrectFact',
  data: { ...about, entry: wet, text: 'Mopped at 02:20.' },
};
const corrected: Fact<'FactCorrected'> = {
  type: 'FactCorrected',
  data: { ...on, entry: wet, text: secret('Mopped at 02:20.'), correctedBy: about.by },
};
const retract: Command<'RetractFact'> = { type: 'RetractFact', data: { ...about, entry: wet, reason: 'wrong' } };
const retracted: Fact<'FactRetracted'> = {
  type: 'FactRetracted',
  data: { ...on, entry: wet, reason: 'wrong', retractedBy: about.by },
};
const withdraw: Command<'WithdrawClearance'> = {
  type: 'WithdrawClearance',
  data: { ...about, entry: wet, reason: 'superseded' },
};
const withdrawn: Fact<'FactClearanceWithdrawn'> = {
  type: 'FactClearanceWithdrawn',
  data: { ...on, entry: wet, reason: 'superseded', withdrawnBy: about.by },
};

const { given } = deciding(factsDecider);

describe('kept facts', () => {
  it('are recorded, corrected and taken back', () => {
    given().when(record()).then(recorded());
    given(recorded()).when(correct).then(corrected);
    given(recorded()).when(retract).then(retracted);
    given(recorded(sign)).when(correct).thenRefused('facts/not-found');
    given(recorded(), retracted).when(retract).thenRefused('facts/not-found');
  });

  it.each(PRIVILEGED_SOURCES)('never come from %s (INV-24, INV-29)', (source) =>
    given()
      .when({ ...record(), data: { ...record().data, source } })
      .thenRefused('facts/privileged-source'),
  );

  it('are cleared by somebody who answers for it, and not once they are gone', () => {
    given(recorded()).when(clear()).then(cleared());
    given(recorded())
      .when({ ...clear(), data: { ...clear().data, noPrivilegedContent: false } })
      .thenRefused('facts/not-signed');
    given(recorded(), retracted).when(clear()).thenRefused('facts/not-found');
    given(recorded(), cleared()).when(withdraw).then(withdrawn);
    given(recorded()).when(withdraw).thenRefused('facts/not-cleared');
    given(recorded(), cleared(), corrected).when(withdraw).thenRefused('facts/not-cleared');
  });

  it('have no field that is privileged: such a one does not compile, and none is there', () => {
    // @ts-expect-error peer review is no kept fact
    const peer = keptSealed('PEER', text());
    const labels = factsCatalogue.flatMap(({ fields }) => Object.values(fields).map(({ label }) => label));
    expect(new Set(labels)).toEqual(new Set(['OPER', 'PHI', 'SHARED']));
    expect(labels).not.toContain(peer.label);
  });

  it('whatever is commanded, may be told just while the last word on them is a clearance', () => {
    const command = fc.oneof(
      fc.constantFrom<FactsCommand>(record(), record(sign), clear(), clear(sign), correct, retract, withdraw),
      fc.constantFrom(...FACT_SOURCES).map((source) => ({ ...record(), data: { ...record().data, source } })),
    );
    fc.assert(
      fc.property(fc.array(command, { maxLength: 25 }), (commands) => {
        const history: KeptFact[] = [];
        for (const one of commands) {
          const state = history.reduce(factsDecider.evolve, factsDecider.initialState);
          if (one.type === 'RecordFact' && state.entries.some(({ entry }) => entry === one.data.entry)) continue;
          try {
            history.push(...factsDecider.decide(one, state));
          } catch (error) {
            if (!(error instanceof Refusal)) throw error;
          }
        }
        const { entries } = history.reduce(factsDecider.evolve, factsDecider.initialState);
        const last = (entry: string) => history.findLast(({ data }) => data.entry === entry)?.type;
        const mayBeTold = [wet, sign].filter((entry) => last(entry) === 'FactClearedForSharing');
        expect(
          entries
            .filter((one) => one.cleared)
            .map(({ entry }) => entry)
            .sort(),
        ).toEqual(mayBeTold.sort());
      }),
      { numRuns: Number(process.env.PROPERTY_RUNS ?? 500) },
    );
  });
});
