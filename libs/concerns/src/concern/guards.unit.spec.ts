import { deciding } from '#kernel/core/testing';
import { type ConcernCommand, concernDecider } from './concern.decider.js';
import type { ConcernFact } from './concern.events.js';
import * as one from './concern.examples.js';
import * as end from './ending.examples.js';

const { given } = deciding(concernDecider);
const by = <C extends ConcernCommand>(command: C, changes: Partial<C['data']>): C => ({
  ...command,
  data: { ...command.data, ...changes },
});
const stateAfter = (...history: readonly ConcernFact[]) =>
  history.reduce(concernDecider.evolve, concernDecider.initialState);

const open = [one.submitted, one.receipted] as const;
const triaged = [...open, one.triaged] as const;
const grievance = [...triaged, one.asGrievance] as const;
const urgent = [{ ...one.submitted, data: { ...one.submitted.data, stillAtRisk: true } }, one.receipted] as const;

describe('a grievance (INV-13)', () => {
  it('closes after its answer in writing', () =>
    given(...grievance, one.responded)
      .when(end.close)
      .then(end.closed));
  it.each(['written', 'contactPerson', 'steps', 'results', 'completedOn'] as const)(
    'is not answered without: %s',
    (part) =>
      given(...grievance)
        .when(by(one.respond, { [part]: part === 'written' ? false : undefined }))
        .thenRefused('concern/answer-incomplete'),
  );
  it('is not answered by phone', () =>
    given(...grievance)
      .when(by(one.respond, { channel: 'phone' }))
      .thenRefused('concern/not-in-writing'));
  it('is answered also where the submitter wishes no contact: the duty is ours', () => {
    const shy = { ...one.submitted, data: { ...one.submitted.data, mayContact: false } };
    given(shy, one.triaged, one.asGrievance).when(one.respond).then(one.responded);
  });
  it.each([
    ['no_reply_wanted', end.close],
    ['anonymous', end.close],
    ['unreachable', end.close],
  ] as const)('does not close as %s', (ending, command) => {
    const silent = { ...one.submitted, data: { ...one.submitted.data, anonymous: true, reachable: false, wishes: [] } };
    given(silent, one.triaged, one.asGrievance)
      .when(by(command, { ending }))
      .thenRefused('concern/grievance-unanswered');
  });
  it.each([end.redirect, end.withdrawForHer, end.proposeSpam, by(end.confirmSpam, {})])(
    'is not got rid of by $type',
    (command) =>
      given(...grievance, ...(command.type === 'ConfirmSpam' ? [end.spamProposed] : []))
        .when(command)
        .thenRefused('concern/grievance-unanswered'),
  );
  it('stays one', () =>
    given(...grievance)
      .when(one.classify)
      .thenRefused('concern/grievance-stays'));
  it('that was seen to be one after a short answer is owed a full one', () => {
    const short = { type: 'ConcernResponded', data: { ...one.responded.data, written: false } } as const;
    given(...triaged, short, one.asGrievance)
      .when(end.close)
      .thenRefused('concern/grievance-unanswered');
    given(...triaged, short, one.asGrievance, one.responded)
      .when(end.close)
      .then(end.closed);
  });
  it('may be withdrawn by its submitter', () =>
    given(...grievance)
      .when(end.withdraw)
      .then(end.withdrawn));
});

describe('a grievance that is merged away (INV-13)', () => {
  const owing = by(end.absorb, { grievance: true });
  const holding = [...triaged, one.asGrievance, end.grievanceAbsorbed] as const;
  const both = { ...one.responded, data: { ...one.responded.data, alsoTo: [one.second] } };

  it('takes its duty along, and that of what was merged into it before', () => {
    given(...grievance)
      .when(end.merge)
      .then({ ...end.merged, data: { ...end.merged.data, owed: [one.second] } });
    const third = '0192a000-0000-7000-8000-000000000303';
    const earlier = { ...end.grievanceAbsorbed, data: { fromConcernId: third, grievance: true } };
    given(...grievance, earlier)
      .when(end.merge)
      .then({ ...end.merged, data: { ...end.merged.data, owed: [one.second, third] } });
  });
  it('makes a grievance of the one that remains', () =>
    given(...triaged, one.classified)
      .when(owing)
      .then(end.grievanceAbsorbed, one.asGrievance));
  it('is answered beside it, or it does not close', () => {
    given(...holding, one.responded)
      .when(end.close)
      .thenRefused('concern/merged-grievance-unanswered');
    given(...holding)
      .when(by(one.respond, { alsoTo: [one.second] }))
      .then(both);
    given(...holding, both)
      .when(end.close)
      .then(end.closed);
  });
  it('is answered in full, and nobody is who was not merged into it', () => {
    given(...triaged)
      .when(by(one.respond, { alsoTo: [one.stranger] }))
      .thenRefused('concern/not-merged-here');
    given(...triaged, end.absorbed)
      .when(by(one.respond, { alsoTo: [one.second], contactPerson: undefined }))
      .thenRefused('concern/answer-incomplete');
  });
  it('is answered still when the other submitter withdraws theirs', () => {
    given(...holding, end.withdrawn)
      .when(one.respond)
      .thenRefused('concern/withdrawn');
    given(...holding, end.withdrawn)
      .when(by(one.respond, { alsoTo: [one.second] }))
      .then(both);
    expect(stateAfter(...holding, end.withdrawn, both)).toMatchObject({
      status: 'withdrawn',
      absorbed: { [one.second]: 'settled' },
    });
  });
  it.each([
    ['closed', [...triaged, one.responded, end.closed]],
    ['spam', [...open, end.spamProposed, end.spam]],
  ] as const)('opens the one that remains again, should it be %s by then', (_, history) => {
    const after = concernDecider.decide(owing, stateAfter(...history));
    expect(after.map(({ type }) => type)).toContain('ConcernAbsorbed');
    expect(stateAfter(...history, ...after)).toMatchObject({ grievance: true, absorbed: { [one.second]: 'owed' } });
    expect(['in_follow_up', 'submitted']).toContain(stateAfter(...history, ...after).status);
  });
  it('goes to nobody that was merged itself: whoever sends it follows the way', () =>
    given(...triaged, end.merged)
      .when(owing)
      .thenRefused('concern/merged'));
});

describe('somebody still at risk', () => {
  it.each([
    [end.close, [one.triaged, one.responded]],
    [by(end.close, { ending: 'unreachable' }), [one.triaged]],
    [end.redirect, [one.triaged]],
    [end.merge, []],
    [end.proposeSpam, []],
    [end.confirmSpam, [end.spamProposed]],
  ] as const)('keeps it from ending: %j', (command, history) => {
    given(...urgent, ...history)
      .when(command)
      .thenRefused('concern/still-at-risk');
  });
  it.each([[one.acted], [end.converted]])('until something was done: $type', (fact) => {
    given(...urgent, one.triaged, fact, one.responded)
      .when(end.close)
      .then(end.closed);
  });
});

describe('identity (INV-12)', () => {
  const nameless = { ...one.submitted, data: { ...one.submitted.data, anonymous: true, mayShareIdentity: false } };
  it('of the unnamed comes from them, by their code, and from nobody else', () => {
    given(nameless, one.receipted).when(one.identify).then(one.identified);
    given(nameless, one.receipted)
      .when(by(one.identify, { writer: one.staff }))
      .thenRefused('concern/not-the-submitter');
    given(nameless).when(one.identify).thenRefused('concern/not-found');
    given(nameless, one.receipted)
      .when(by(one.identify, { submitterName: undefined }))
      .thenRefused('concern/nothing-told');
  });
  it('is said once', () => {
    given(...open)
      .when(one.identify)
      .thenRefused('concern/already-identified');
    given(nameless, one.receipted, one.identified).when(one.identify).thenRefused('concern/already-identified');
  });
  it.each([one.supplement, one.write, one.triage, one.discloseIdentity, end.merge, end.convert, one.acknowledge])(
    'is gained by nothing else: $type',
    (command) => {
      const history = [nameless, one.receipted, one.triaged];
      const facts = (() => {
        try {
          return concernDecider.decide(command, stateAfter(...history));
        } catch {
          return [];
        }
      })();
      expect(stateAfter(...history, ...facts)).toMatchObject({ anonymous: true });
      expect(JSON.stringify(facts)).not.toContain('submitterName');
    },
  );
  it('is not joined when two are merged', () => {
    const { data } = end.merged;
    expect(Object.keys(data).sort()).toEqual(['intoConcernId', 'matchBasis', 'mergedBy']);
    expect(Object.keys(end.grievanceAbsorbed.data).sort()).toEqual(['fromConcernId', 'grievance']);
    expect(stateAfter(nameless, one.receipted, end.grievanceAbsorbed)).toMatchObject({ anonymous: true });
  });
  it('is told on where they agreed: to the unit and its department, elsewhere only as they said later', () => {
    given(...triaged)
      .when(one.discloseIdentity)
      .then(one.identityDisclosed);
    given(...triaged)
      .when(by(one.discloseIdentity, { to: 'external_org' }))
      .thenRefused('concern/no-consent');
    const agreed = by(one.discloseIdentity, { to: 'external_org', consentedAt: one.tuesday });
    given(...triaged)
      .when(agreed)
      .then({
        ...one.identityDisclosed,
        data: { to: 'external_org', consentedAt: one.tuesday, disclosedBy: one.rosa },
      });
    const silent = { ...one.submitted, data: { ...one.submitted.data, mayShareIdentity: false } };
    given(silent).when(one.discloseIdentity).thenRefused('concern/no-consent');
    given(...triaged)
      .when(by(agreed, { consentedAt: '2026-03-09T09:00:00.000Z' }))
      .thenRefused('concern/consent-out-of-time');
  });
  it('is not told on where nobody knows it, after withdrawal, or to a unit that is not named', () => {
    given(nameless, one.receipted)
      .when(by(one.discloseIdentity, { consentedAt: one.tuesday }))
      .thenRefused('concern/anonymous');
    given(...triaged, end.withdrawn)
      .when(one.discloseIdentity)
      .thenRefused('concern/withdrawn');
    const { unitId: _unit, ...nowhere } = one.submitted.data;
    given({ type: 'ConcernSubmitted', data: nowhere }).when(one.discloseIdentity).thenRefused('concern/unit-missing');
  });
});

describe('a merge (INV-11)', () => {
  const target = { status: 'submitted', receivedAt: one.monday } as const;
  it('keeps the one that was received first', () => {
    given(...open)
      .when(end.merge)
      .then(end.merged);
    given(...open)
      .when(by(end.merge, { target: { ...target, receivedAt: one.tuesday } }))
      .thenRefused('concern/earlier-remains');
  });
  it('of two at one time keeps the one of the smaller id, so that there is one way only', () => {
    given(...open)
      .when(by(end.merge, { target }))
      .then(end.merged);
    given(...open)
      .when(by(end.merge, { id: one.letter, into: one.second, target }))
      .thenRefused('concern/earlier-remains');
  });
  it('needs another one that is there', () => {
    given(...open)
      .when(by(end.merge, { into: one.second }))
      .thenRefused('concern/merged-into-itself');
    given(...open)
      .when(by(end.merge, { target: undefined }))
      .thenRefused('concern/unknown-target');
  });
  it.each([
    ['spam', 'target-is-spam'],
    ['merged', 'target-merged'],
    ['closed', 'target-ended'],
    ['withdrawn', 'target-ended'],
    ['redirected', 'target-ended'],
  ] as const)('does not go into one that is %s', (status, code) =>
    given(...open)
      .when(by(end.merge, { target: { status, receivedAt: '2026-03-01T09:00:00.000Z' } }))
      .thenRefused(`concern/${code}`),
  );
  it('loses no promised reply', () =>
    given(...open, end.converted)
      .when(end.merge)
      .thenRefused('concern/reply-promised'));
});

describe('spam', () => {
  it('is seen by two people', () => {
    given(...open)
      .when(end.proposeSpam)
      .then(end.spamProposed);
    given(...open, end.spamProposed)
      .when(end.confirmSpam)
      .then(end.spam);
    given(...open, end.spamProposed)
      .when(by(end.confirmSpam, one.byRosa))
      .thenRefused('concern/same-person');
    given(...open)
      .when(end.confirmSpam)
      .thenRefused('concern/spam-not-proposed');
    given(...open, end.spamProposed)
      .when(by(end.proposeSpam, { by: one.leo }))
      .thenRefused('concern/spam-proposed');
  });
  it('may turn out to be a real one, and stands where it stood', () => {
    given(...open, one.acknowledged, end.spamProposed, end.spam)
      .when(end.clear)
      .then(end.cleared);
    expect(stateAfter(...open, one.acknowledged, end.spamProposed, end.spam, end.cleared)).toMatchObject({
      status: 'acknowledged',
      acknowledged: true,
    });
    given(...open, end.spamProposed, end.cleared)
      .when(end.confirmSpam)
      .thenRefused('concern/spam-not-proposed');
    given(...open)
      .when(end.clear)
      .thenRefused('concern/nothing-to-clear');
  });
  it('is nothing of which a safety event was reported', () =>
    given(...open, end.converted)
      .when(end.proposeSpam)
      .thenRefused('concern/reply-promised'));
});

describe('a flood', () => {
  const flooded = { ...one.submitted, data: { ...one.submitted.data, quarantine: 'flood' } } as const;
  it('waits to be cleared before triage, and not before urgent action', () => {
    given(flooded).when(one.triage).thenRefused('concern/quarantined');
    given(flooded).when(end.clear).then(end.cleared);
    given(flooded, end.cleared).when(one.triage).then(one.triaged);
    given(flooded).when(one.act).then(one.acted);
  });
});

describe('a safety event that is reported of it', () => {
  it('is reported once, with the concern’s place where no other is said', () => {
    given(...triaged)
      .when(end.convert)
      .then(end.converted);
    given(...triaged, end.converted)
      .when(end.convert)
      .thenRefused('concern/already-converted');
    const elsewhere = '0192a000-0000-7000-8000-000000000012';
    const { unitId: _unit, ...data } = end.converted.data;
    given(...triaged)
      .when(by(end.convert, { facilityId: elsewhere }))
      .then({ ...end.converted, data: { ...data, facilityId: elsewhere } });
  });
  it('is one that its own rules take', () => {
    given(...triaged)
      .when(by(end.convert, { eventClass: 'near_miss' }))
      .thenRefused('concern/harm-without-incident');
    given(...triaged)
      .when(by(end.convert, { eventAt: { value: '2026-03-09T09:00:00.000Z', precision: 'day' } }))
      .thenRefused('concern/in-the-future');
  });
  it('keeps the concern open until its submitter is answered, or nobody waits', () => {
    expect(stateAfter(...triaged, end.converted)).toMatchObject({ status: 'triaged' });
    given(...triaged, end.converted)
      .when(by(end.close, { ending: 'unreachable' }))
      .thenRefused('concern/reply-promised');
    given(...triaged, end.converted)
      .when(end.redirect)
      .thenRefused('concern/reply-promised');
    given(...triaged, end.converted, one.responded)
      .when(end.close)
      .then(end.closed);
    const silent = { ...one.submitted, data: { ...one.submitted.data, wishes: [], anonymous: true } };
    for (const ending of ['no_reply_wanted', 'anonymous'] as const)
      expect(
        concernDecider.decide(by(end.close, { ending }), stateAfter(silent, one.triaged, end.converted)),
      ).toHaveLength(1);
  });
  it('has an outcome that is noted once, and of no other', () => {
    given(...triaged, end.converted)
      .when(end.noteOutcome)
      .then(end.outcomeNoted);
    given(...triaged, end.converted, end.outcomeNoted)
      .when(end.noteOutcome)
      .thenNothing();
    given(...triaged)
      .when(end.noteOutcome)
      .thenNothing();
    given().when(end.noteOutcome).thenNothing();
  });
});
