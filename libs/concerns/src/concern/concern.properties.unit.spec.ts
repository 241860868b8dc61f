import fc from 'fast-check';
import { eventProblem, Refusal } from '#kernel/core';
import { CONCERN_ENDINGS, CONCERN_STATES, CONTACT_CHANNELS } from './concern.codes.js';
import { type ConcernCommand, concernDecider } from './concern.decider.js';
import { type ConcernFact, concernCatalogue } from './concern.events.js';
import * as one from './concern.examples.js';
import type { Concern, KnownConcern } from './concern.rules.js';
import * as end from './ending.examples.js';

const actor = fc.constantFrom(one.byRosa, one.byLeo, { by: one.stranger, role: 'risk-manager' as const });
const writer = fc.oneof(
  actor.map((who) => ({ from: 'staff' as const, ...who })),
  fc.constantFrom(one.maria, { from: 'submitter' as const }, { from: 'submitter' as const, codeHash: 'guessed' }),
);

const submission: fc.Arbitrary<ConcernCommand> = fc
  .record({
    anonymous: fc.boolean(),
    stillAtRisk: fc.boolean(),
    mayContact: fc.boolean(),
    mayShareIdentity: fc.boolean(),
    quarantine: fc.constantFrom(undefined, 'flood' as const),
    wishes: fc.constantFrom(undefined, ['no_reply' as const], ['apology' as const]),
    codeHash: fc.constantFrom(undefined, one.code),
    named: fc.boolean(),
  })
  .map(({ named, quarantine, codeHash, wishes, ...changes }) => {
    const { submitterName, contact, quarantine: _q, codeHash: _c, wishes: _w, ...told } = one.submit.data;
    const data = {
      ...told,
      ...changes,
      ...(quarantine && { quarantine }),
      ...(codeHash && { codeHash }),
      ...(wishes && { wishes }),
      ...(named && { submitterName, contact }),
    };
    return { type: 'SubmitConcern', data } as ConcernCommand;
  });

/** Any command of the examples, said by anybody. */
const plain: fc.Arbitrary<ConcernCommand> = fc
  .record({
    command: fc.constantFrom<ConcernCommand>(
      one.identify,
      one.discloseIdentity,
      one.act,
      one.acknowledge,
      one.triage,
      one.triage,
      one.assign,
      one.startFollowUp,
      one.supplement,
      one.write,
      one.delay,
      one.respond,
      one.respond,
      end.redirect,
      end.withdraw,
      end.reopen,
      end.reopen,
      end.merge,
      end.absorb,
      end.proposeSpam,
      end.confirmSpam,
      end.clear,
      end.clear,
      end.convert,
      end.noteOutcome,
    ),
    actor,
    writer,
  })
  .map(({ command, actor, writer }) => {
    const data = 'writer' in command.data ? { ...command.data, writer } : { ...command.data, ...actor };
    return { ...command, data } as ConcernCommand;
  });

const varied: fc.Arbitrary<ConcernCommand> = fc.oneof(
  fc.constantFrom(...CONCERN_ENDINGS).map((ending) => ({ ...end.close, data: { ...end.close.data, ending } })),
  fc.boolean().map((grievance): ConcernCommand => ({ ...one.classify, data: { ...one.classify.data, grievance } })),
  fc.boolean().map((grievance): ConcernCommand => ({ ...end.absorb, data: { ...end.absorb.data, grievance } })),
  fc
    .record({
      written: fc.boolean(),
      channel: fc.constantFrom(...CONTACT_CHANNELS),
      results: fc.constantFrom(undefined, 'Two labels were swapped.'),
      alsoTo: fc.constantFrom(undefined, [one.second], [one.stranger]),
    })
    .map((changes): ConcernCommand => ({ ...one.respond, data: { ...one.respond.data, ...one.byRosa, ...changes } })),
);

const command = fc.oneof({ weight: 5, arbitrary: plain }, { weight: 3, arbitrary: varied });

const OPEN = ['submitted', 'acknowledged', 'triaged', 'in_follow_up', 'responded'];
/** Where each fact may lead (domain.md 8.5): from these states, to that one. What is not here changes no state. */
const MOVES: Partial<Record<ConcernFact['type'], readonly [readonly string[], string]>> = {
  ConcernSubmitted: [['none'], 'submitted'],
  ConcernAcknowledged: [['submitted'], 'acknowledged'],
  ConcernTriaged: [['submitted', 'acknowledged'], 'triaged'],
  ConcernFollowUpStarted: [['triaged'], 'in_follow_up'],
  ConcernResponded: [['triaged', 'in_follow_up'], 'responded'],
  ConcernClosed: [['responded', 'triaged', 'in_follow_up'], 'closed'],
  ConcernRedirected: [['triaged'], 'redirected'],
  ConcernWithdrawn: [['submitted', 'acknowledged', 'triaged', 'in_follow_up'], 'withdrawn'],
  ConcernMerged: [['submitted', 'acknowledged', 'triaged'], 'merged'],
  ConcernMarkedSpam: [['submitted', 'acknowledged', 'triaged'], 'spam'],
  ConcernReopened: [['closed', 'withdrawn', 'redirected'], 'in_follow_up'],
};

const SHAPES = new Map<string, (typeof concernCatalogue)[number]>(concernCatalogue.map((shape) => [shape.type, shape]));

const attempt = (state: Concern, given: ConcernCommand): readonly ConcernFact[] | string => {
  try {
    return concernDecider.decide(given, state);
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
};

const step = (before: Concern, fact: ConcernFact): Concern => {
  const after = concernDecider.evolve(before, fact);
  if (before.status === after.status) return after;
  if (fact.type === 'ConcernCleared') {
    expect([before.status, CONCERN_STATES]).toEqual(['spam', expect.arrayContaining([after.status])]);
    return after;
  }
  const [from, to] = MOVES[fact.type] ?? [];
  expect([fact.type, from]).toEqual([fact.type, expect.arrayContaining([before.status])]);
  expect(after.status).toBe(to);
  return after;
};

/** What no sequence of commands may bring about. */
const checkEnd = (before: KnownConcern, after: KnownConcern, fact: ConcernFact): void => {
  if (fact.type === 'ConcernClosed') {
    expect(before.atRisk).toBe(false);
    if (before.grievance) expect(before.answeredInFull).toBe(true);
    expect(Object.values(before.absorbed)).not.toContain('owed');
  }
  if (['redirected', 'spam', 'merged'].includes(after.status) && before.status !== after.status)
    expect(before.atRisk).toBe(false);
  if (['redirected', 'spam'].includes(after.status) && before.status !== after.status)
    expect(before.grievance).toBe(false);
  if (fact.type === 'ConcernMerged' && before.grievance) expect(fact.data.owed).toContain(one.second);
  if (before.anonymous && !after.anonymous) expect(fact.type).toBe('ConcernSubmitterIdentified');
  if (fact.type === 'ConcernIdentityDisclosedByConsent') expect(before.anonymous).toBe(false);
  if (before.status === 'withdrawn' && fact.type === 'ConcernResponded')
    expect(fact.data.alsoTo?.some((id) => before.absorbed[id] === 'owed')).toBe(true);
  if (before.grievance) expect(after.grievance).toBe(true);
};

it('whatever is commanded, only legal steps follow, the same each time, and no duty is lost', () => {
  fc.assert(
    fc.property(submission, fc.array(command, { minLength: 10, maxLength: 40 }), (first, commands) => {
      let state: Concern = { status: 'none' };
      for (const given of [first, ...commands]) {
        const decided = attempt(state, given);
        expect(attempt(state, given)).toEqual(decided);
        if (typeof decided === 'string') continue;
        for (const fact of decided) {
          const shape = SHAPES.get(fact.type);
          expect(shape && eventProblem(shape, fact.data as Record<string, unknown>)).toBeUndefined();
          const after = step(state, fact);
          if (state.status !== 'none' && after.status !== 'none') checkEnd(state, after, fact);
          state = after;
        }
      }
    }),
    { numRuns: Number(process.env.PROPERTY_RUNS ?? 500) }, // some 12,000 commands
  );
});

it('what is random reaches every state', () => {
  const seen = new Set<string>();
  for (const [first, commands] of fc.sample(fc.tuple(submission, fc.array(command, { minLength: 30, maxLength: 40 })), {
    numRuns: 500,
    seed: 7,
  })) {
    let state: Concern = { status: 'none' };
    for (const given of [first, ...commands]) {
      const decided = attempt(state, given);
      if (typeof decided !== 'string') state = decided.reduce(concernDecider.evolve, state);
      seen.add(state.status);
    }
  }
  expect([...seen].filter((status) => status !== 'none').sort()).toEqual([...CONCERN_STATES].sort());
  expect(OPEN.every((status) => seen.has(status))).toBe(true);
});
