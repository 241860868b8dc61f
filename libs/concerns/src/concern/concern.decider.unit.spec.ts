import { deciding } from '#kernel/core/testing';
import { CONCERN_STATES, type ConcernState } from './concern.codes.js';
import { type ConcernCommand, concernDecider } from './concern.decider.js';
import type { ConcernFact } from './concern.events.js';
import * as one from './concern.examples.js';
import * as end from './ending.examples.js';

const { given } = deciding(concernDecider);

const submitted = [one.submitted, one.receipted] as const;
const acknowledged = [...submitted, one.acknowledged] as const;
const triaged = [...acknowledged, one.triaged] as const;
const followedUp = [...triaged, one.followUpStarted] as const;
const responded = [...followedUp, one.responded] as const;
const merged = [...triaged, end.merged] as const;
const spam = [...submitted, end.spamProposed, end.spam] as const;

const STANDS: Readonly<Record<ConcernState, readonly ConcernFact[]>> = {
  submitted,
  acknowledged,
  triaged,
  in_follow_up: followedUp,
  responded,
  closed: [...responded, end.closed],
  redirected: [...triaged, end.redirected],
  withdrawn: [...followedUp, end.withdrawn],
  merged,
  spam,
};

const by = <C extends ConcernCommand>(command: C, changes: Partial<C['data']>): C => ({
  ...command,
  data: { ...command.data, ...changes },
});
const proposed = (command: ConcernCommand) => (command.type === 'ConfirmSpam' ? [end.spamProposed] : []);

const OPEN = ['submitted', 'acknowledged', 'triaged', 'in_follow_up', 'responded'] as const;
const ENDED = ['closed', 'redirected', 'withdrawn'] as const;
const UNWORKED = ['submitted', 'acknowledged', 'triaged'] as const;

/** Every command that goes on from a submission, the states in which it is legal, and where it leads if elsewhere. */
const ROWS: readonly (readonly [ConcernCommand, readonly ConcernState[], ConcernState?])[] = [
  [by(one.acknowledge, {}), ['submitted'], 'acknowledged'],
  [one.triage, ['submitted', 'acknowledged'], 'triaged'],
  [one.startFollowUp, ['triaged'], 'in_follow_up'],
  [one.respond, ['triaged', 'in_follow_up', 'responded'], 'responded'],
  [end.close, ['responded'], 'closed'],
  [by(end.close, { ending: 'no_reply_wanted' }), [], 'closed'], // Maria wants an explanation
  [end.redirect, ['triaged'], 'redirected'],
  [end.withdraw, ['submitted', 'acknowledged', 'triaged', 'in_follow_up'], 'withdrawn'],
  [end.withdrawForHer, ['submitted', 'acknowledged', 'triaged', 'in_follow_up'], 'withdrawn'],
  [by(end.merge, {}), UNWORKED, 'merged'],
  [end.proposeSpam, UNWORKED],
  [end.confirmSpam, UNWORKED, 'spam'],
  [end.reopen, ENDED, 'in_follow_up'],
  [one.classify, OPEN],
  [one.assign, [...OPEN, 'withdrawn']],
  [one.write, OPEN],
  [one.delay, ['triaged', 'in_follow_up']], // the liaison's own from triage on
  [one.act, [...OPEN, ...ENDED]],
  [one.supplement, [...OPEN, ...ENDED]],
  [by(end.convert, one.byRosa), [...OPEN, ...ENDED]],
  [one.discloseIdentity, [...OPEN, 'closed', 'redirected']],
];

const decided = (history: readonly ConcernFact[], command: ConcernCommand) => {
  const state = history.reduce(concernDecider.evolve, concernDecider.initialState);
  return concernDecider.decide(command, state).reduce(concernDecider.evolve, state);
};

describe('the table of transitions', () => {
  it('is told for every state', () => expect(Object.keys(STANDS)).toEqual([...CONCERN_STATES]));

  const rows = ROWS.flatMap(([command, legal, leads]) =>
    CONCERN_STATES.map((state) => [command.type, state, legal.includes(state), leads, command] as const),
  );
  it.each(rows.filter(([, , legal]) => legal))('%s in %s is legal', (_, state, _legal, leads, command) => {
    // Each history begins without what the command itself would find done.
    const history = STANDS[state].filter(
      ({ type }) => command.type !== 'AcknowledgeConcern' || type !== 'ConcernAcknowledged',
    );
    expect(decided([...history, ...proposed(command)], command).status).toBe(leads ?? state);
  });
  it.each(rows.filter(([, , legal]) => !legal))('%s in %s is refused', (_, state, _legal, _leads, command) => {
    const before = [...STANDS[state], ...(UNWORKED.includes(state as never) ? proposed(command) : [])];
    expect(() => decided(before, command)).toThrow(expect.objectContaining({ name: 'Refusal' }));
  });
  it.each(ROWS.map(([command]) => [command.type, command] as const))('%s of nothing is refused', (_, command) =>
    given().when(command).thenRefused('concern/not-found'),
  );
});

describe('a submission', () => {
  it('is taken with what it tells, once', () => {
    given().when(one.submit).then(one.submitted, one.receipted);
    given(one.submitted).when(one.submit).thenRefused('concern/already-submitted');
  });
  it('names nobody where it is anonymous, and agrees to nothing that would need a name', () => {
    const { submitterName: _name, contact: _contact, ...unnamed } = one.submit.data;
    const anonymous = { ...unnamed, anonymous: true };
    const { submitterName: _kept, contact: _way, ...told } = one.submitted.data;
    given()
      .when({ type: 'SubmitConcern', data: anonymous })
      .then(
        { type: 'ConcernSubmitted', data: { ...told, anonymous: true, mayShareIdentity: false, reachable: true } },
        one.receipted,
      );
    given()
      .when(by(one.submit, { anonymous: true }))
      .thenRefused('concern/anonymous-with-identity');
    given()
      .when({ type: 'SubmitConcern', data: { ...anonymous, contact: { phone: '555 0100' } } })
      .thenRefused('concern/anonymous-with-identity');
  });
  it.each([
    [{ receivedAt: one.friday }, 'in-the-future'],
    [{ happened: { from: one.tuesday, certainty: 'about' } }, 'in-the-future'],
    [
      { happened: { from: one.monday, until: '2026-03-01T09:00:00.000Z', certainty: 'exact' } },
      'ends-before-it-begins',
    ],
  ] as const)('has its times in order: %j', (changes, code) =>
    given().when(by(one.submit, changes)).thenRefused(`concern/${code}`),
  );
});

describe('acknowledgement', () => {
  const { type, data } = one.acknowledged;
  it('is said by a person, and a machine’s acknowledges nothing', () => {
    given(...submitted)
      .when(one.acknowledge)
      .then(one.acknowledged);
    given(...submitted, { type, data: { ...data, human: false } })
      .when(one.acknowledge)
      .then(one.acknowledged);
  });
  it.each([[[one.triaged]], [[one.triaged, one.followUpStarted]], [[one.triaged, one.responded]]] as const)(
    'may come after triage, is still owed then, and changes no state',
    (later) => {
      const history = [...submitted, ...later];
      const { status } = history.reduce(concernDecider.evolve, concernDecider.initialState);
      given(...history)
        .when(one.acknowledge)
        .then(one.acknowledged);
      expect(decided(history, one.acknowledge).status).toBe(status);
    },
  );
  it('is said once', () =>
    given(...acknowledged)
      .when(one.acknowledge)
      .thenRefused('concern/already-acknowledged'));
  it('reaches who wishes no contact where they come to look, and nowhere else', () => {
    const shy = { ...one.submitted, data: { ...one.submitted.data, mayContact: false } };
    given(shy, one.receipted).when(one.acknowledge).thenRefused('concern/no-contact-wished');
    given(shy, one.receipted)
      .when(by(one.acknowledge, { channel: 'tracking_code' }))
      .then({ type, data: { ...data, channel: 'tracking_code' } });
    given(one.submitted)
      .when(by(one.acknowledge, { channel: 'tracking_code' }))
      .thenRefused('concern/no-tracking-code');
  });
  it('comes after the receipt', () =>
    given(...submitted)
      .when(by(one.acknowledge, { at: '2026-03-01T09:00:00.000Z' }))
      .thenRefused('concern/before-received'));
});

describe('a liaison', () => {
  it.each([
    one.startFollowUp,
    one.respond,
    one.delay,
    end.convert,
    by(one.acknowledge, one.byLeo),
    by(one.act, one.byLeo),
  ])('acts on concerns that are theirs, and of others there is none: $type', (command) => {
    const history = [...submitted, one.triaged];
    expect(decided(history, command)).toBeDefined();
    given(...history, one.assigned)
      .when(command)
      .thenRefused('concern/not-found');
    expect(decided([...history, one.assigned], by(command, { role: 'risk-manager' } as never))).toBeDefined();
  });
  it('writes on concerns that are theirs', () => {
    const message = by(one.write, { writer: { from: 'staff', by: one.stranger, role: 'liaison' } });
    given(...triaged)
      .when(message)
      .thenRefused('concern/not-found');
  });
});

describe('what is said twice changes nothing', () => {
  it.each([
    [one.classify, one.classified],
    [one.assign, one.assigned],
    [end.proposeSpam, end.spamProposed],
    [end.absorb, end.absorbed],
  ] as const)('%j', (command, fact) =>
    given(...submitted, fact)
      .when(command)
      .thenNothing(),
  );
});

describe('a message', () => {
  const answer = by(one.write, { writer: one.maria, channel: 'tracking_code' });
  it('goes both ways, the submitter’s by their code', () => {
    given(...triaged)
      .when(one.write)
      .then(one.written);
    given(...triaged)
      .when(answer)
      .then({
        type: 'ConcernMessageExchanged',
        data: { from: 'submitter', words: one.written.data.words, channel: 'tracking_code' },
      });
  });
  it.each([undefined, 'hash-of-another-code'])('is nobody’s with another code: %s', (codeHash) => {
    for (const command of [answer, one.supplement, end.withdraw, one.identify])
      given(...triaged)
        .when(by(command, { writer: { from: 'submitter', ...(codeHash && { codeHash }) } }))
        .thenRefused('concern/not-found');
  });
});

describe('a delay notice', () => {
  it('is given in writing, with a date to come, until there is an answer', () => {
    given(...triaged)
      .when(one.delay)
      .then(one.delayed);
    for (const channel of ['phone', 'in_person', 'text_message'] as const)
      given(...triaged)
        .when(by(one.delay, { channel }))
        .thenRefused('concern/not-in-writing');
    given(...triaged)
      .when(by(one.delay, { newDate: one.friday }))
      .thenRefused('concern/new-date-past');
    given(...responded)
      .when(one.delay)
      .thenRefused('concern/already-answered');
  });
});

describe('an answer', () => {
  it('tells something, not of the future, and in writing where it says so', () => {
    const short = { written: false, contactPerson: undefined, completedOn: undefined, channel: 'phone' } as const;
    given(...triaged)
      .when(by(one.respond, { ...short, steps: undefined, results: undefined }))
      .thenRefused('concern/nothing-told');
    given(...triaged)
      .when(by(one.respond, { completedOn: '2026-03-09T09:00:00.000Z' }))
      .thenRefused('concern/in-the-future');
    given(...triaged)
      .when(by(one.respond, { channel: 'phone' }))
      .thenRefused('concern/not-in-writing');
  });
  it('may be given again', () =>
    given(...responded)
      .when(one.respond)
      .then(one.responded));
  it('waits for triage', () =>
    given(...acknowledged)
      .when(by(one.respond, one.byRosa))
      .thenRefused('concern/not-triaged'));
});

describe('a closing without an answer', () => {
  const silent = { ...one.submitted, data: { ...one.submitted.data, wishes: ['no_reply'] } } as const;
  const nameless = { ...one.submitted, data: { ...one.submitted.data, anonymous: true, reachable: false } };
  const closing = (ending: (typeof end.close)['data']['ending']) => by(end.close, { ending });
  it('follows no wish for a reply', () => {
    expect(decided([silent, one.triaged], closing('no_reply_wanted')).status).toBe('closed');
    expect(decided([silent, one.triaged, one.followUpStarted], closing('no_reply_wanted')).status).toBe('closed');
    given(...triaged)
      .when(closing('no_reply_wanted'))
      .thenRefused('concern/reply-wanted');
  });
  it('is for the anonymous where nobody is known', () => {
    expect(decided([nameless, one.triaged], closing('anonymous')).status).toBe('closed');
    given(...triaged)
      .when(closing('anonymous'))
      .thenRefused('concern/not-anonymous');
    given(nameless, one.receipted, one.identified, one.triaged)
      .when(closing('anonymous'))
      .thenRefused('concern/not-anonymous');
  });
  it('is for the unreachable after three messages in vain', () => {
    const said = { type: 'ConcernSupplemented', data: one.supplemented.data } as const;
    given(...triaged, one.written, one.written)
      .when(closing('unreachable'))
      .thenRefused('concern/not-tried-enough');
    given(...triaged, one.written, one.written, said, one.written)
      .when(closing('unreachable'))
      .thenRefused('concern/not-tried-enough');
    expect(decided([...triaged, one.written, one.written, one.written], closing('unreachable')).status).toBe('closed');
    expect(decided([nameless, one.triaged], closing('unreachable')).status).toBe('closed');
  });
  it('waits for triage, and is none once there is an answer', () => {
    given(silent).when(closing('no_reply_wanted')).thenRefused('concern/not-triaged');
    given(...responded)
      .when(closing('no_reply_wanted'))
      .thenRefused('concern/already-answered');
  });
});

describe('withdrawal', () => {
  it('stops contact, and not what it told of safety', () => {
    const history = [...followedUp, end.withdrawn];
    for (const command of [one.write, one.respond, one.acknowledge, one.delay])
      given(...history)
        .when(command)
        .thenRefused('concern/withdrawn');
    given(...history)
      .when(one.act)
      .then(one.acted);
    given(...history)
      .when(end.convert)
      .then(end.converted);
  });
  it('of somebody at risk is the submitter’s to say, and the risk is owed still', () => {
    const urgent = { ...one.submitted, data: { ...one.submitted.data, stillAtRisk: true } };
    const after = [urgent, one.receipted, end.withdrawn] as const;
    given(urgent, one.receipted).when(end.withdraw).then(end.withdrawn);
    expect(after.reduce<ReturnType<typeof decided>>(concernDecider.evolve, { status: 'none' })).toMatchObject({
      atRisk: true,
    });
    given(...after)
      .when(one.act)
      .then(one.acted);
  });
  it('that somebody records for them says how they did', () =>
    given(...triaged)
      .when(by(end.withdrawForHer, { reason: undefined }))
      .thenRefused('concern/reason-missing'));
});

describe('reopening', () => {
  it('goes on with whoever had it, or who opens it', () => {
    expect(decided(STANDS.closed, end.reopen)).toMatchObject({ status: 'in_follow_up', owner: one.leo });
    expect(decided([...submitted, end.withdrawn], end.reopen)).toMatchObject({ owner: one.rosa });
  });
  it('of a grievance asks for its answer anew', () => {
    const history = [...triaged, one.asGrievance, one.responded, end.closed, end.reopened];
    const spoken = {
      type: 'ConcernResponded',
      data: { ...one.responded.data, written: false, channel: 'phone' },
    } as const;
    given(...history, spoken)
      .when(end.close)
      .thenRefused('concern/grievance-unanswered');
    given(...history, one.responded)
      .when(end.close)
      .then(end.closed);
  });
});
