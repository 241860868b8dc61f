import type { DomainEvent } from '#kernel/core';
import { projecting, recorded } from '#kernel/readers/testing';
import type { ConcernFact } from '../../concern/concern.events.js';
import * as one from '../../concern/concern.examples.js';
import * as end from '../../concern/ending.examples.js';
import { concernInbox } from './concern-inbox.projection.js';
import { type ConcernInboxRow, NOT_DUE } from './concern-inbox.row.js';
import { nextSteps } from './next-steps.js';

const meta = { facility: one.stMary, zone: 'America/Chicago' };
const hers = { kind: 'anonymous', role: 'family' } as const;
const bySubmitter = (fact: ConcernFact): boolean =>
  ['ConcernReceiptIssued', 'ConcernSubmitterIdentified'].includes(fact.type) ||
  ('from' in fact.data && fact.data.from === 'submitter');
const told = (fact: ConcernFact) => recorded(fact, { meta, ...(bySubmitter(fact) && { actor: hers }) });

/** The line that stands after these facts. */
const lineAfter = (...facts: readonly ConcernFact[]) =>
  facts.reduce<Omit<ConcernInboxRow, 'org' | 'id'> | undefined>((line, fact) => {
    const fold = concernInbox.on[fact.type] as unknown as (event: DomainEvent, row: typeof line) => typeof line;
    return fold(told(fact), line);
  }, undefined) as ConcernInboxRow;
const stepsAfter = (...facts: readonly ConcernFact[]) =>
  nextSteps(lineAfter(...facts), '2026-03-02T12:00:00.000Z').map(({ step, late }) => (late ? `${step}, late` : step));

const urgent = { ...one.submitted, data: { ...one.submitted.data, stillAtRisk: true } } as const;
const flooded = { ...one.submitted, data: { ...one.submitted.data, quarantine: 'flood' } } as const;
const hidden = { ...one.submitted, data: { ...one.submitted.data, reachable: false } } as const;
const grievance = [one.submitted, one.acknowledged, one.triaged, one.asGrievance] as const;

describe('the inbox of concerns', () => {
  it('shows a concern with its codes, and counts from its receipt in the facility’s zone', () =>
    projecting(concernInbox).given(told(one.submitted)).thenRows({
      status: 'submitted',
      open: true,
      channel: 'letter',
      language: 'es',
      category: 'medicine',
      facilityId: one.stMary,
      reachable: true,
      stillAtRisk: false,
      // Received on Monday 2026-03-02; two business days end with Wednesday, 7 and 30 days after summer time began.
      acknowledgementDueAt: '2026-03-05T05:59:59.999Z',
      grievanceDueAt: '2026-03-10T04:59:59.999Z',
      answerDueAt: '2026-04-02T04:59:59.999Z',
      dueAt: '2026-03-05T05:59:59.999Z',
    }));
  it('holds no word and no name of anybody', () => {
    const text = JSON.stringify(lineAfter(...grievance, one.supplemented, one.written, one.responded, end.closed));
    expect(text).not.toMatch(/Maria|medicine of another|night|MRN|swapped|555/);
  });
  it('puts somebody at risk before all that is due later', () =>
    projecting(concernInbox).given(told(urgent)).thenRows({ stillAtRisk: true, dueAt: '2026-03-02T10:00:00.000Z' }));
  it('goes by the new date that a notice promised', () =>
    expect(lineAfter(...grievance, one.delayed)).toMatchObject({ dueAt: '2026-03-20T09:00:00.000Z' }));
  it.each([
    ['closed', [one.acknowledged, one.triaged, one.responded, end.closed]],
    ['withdrawn', [end.withdrawn]],
    ['spam', [end.spamProposed, end.spam]],
    ['merged', [end.merged]],
  ] as const)('keeps what is %s, with nothing due', (status, facts) =>
    expect(lineAfter(one.submitted, ...facts)).toMatchObject({ status, open: false, dueAt: NOT_DUE }),
  );
  it('keeps a withdrawn concern open while somebody is at risk, or another’s answer is owed', () => {
    expect(lineAfter(urgent, end.withdrawn)).toMatchObject({ status: 'withdrawn', open: true });
    expect(lineAfter(urgent, end.withdrawn, one.acted)).toMatchObject({ open: false });
    expect(lineAfter(...grievance, end.grievanceAbsorbed, end.withdrawn)).toMatchObject({ open: true });
  });
  it.each([
    [[], 'submitted'],
    [[one.acknowledged], 'acknowledged'],
    [[one.acknowledged, one.triaged], 'triaged'],
  ] as const)('has what was no spam where it was: %j', (facts, status) =>
    expect(lineAfter(one.submitted, ...facts, end.spamProposed, end.spam, end.cleared)).toMatchObject({
      status,
      open: true,
      spamProposed: false,
    }),
  );
});

describe('what a concern waits for', () => {
  const asked = { ...one.supplemented } as const;
  const both = { ...one.responded, data: { ...one.responded.data, alsoTo: [one.second] } };
  it.each([
    [['acknowledge', 'answer', 'triage'], [one.submitted]],
    [['take_urgent_action, late', 'acknowledge', 'answer', 'triage'], [urgent]],
    [['acknowledge', 'answer', 'judge_flood', 'triage'], [flooded]],
    [
      ['acknowledge', 'answer', 'confirm_spam', 'triage'],
      [one.submitted, end.spamProposed],
    ],
    [['answer', 'triage'], [hidden]],
    [
      ['acknowledge', 'answer', 'triage'],
      [hidden, one.receipted],
    ],
    [
      ['acknowledge', 'answer'],
      [one.submitted, one.triaged],
    ],
    [['answer'], [one.submitted, one.triaged, one.acknowledged, one.followUpStarted]],
    [['answer_grievance'], [...grievance]],
    [
      ['answer', 'read_new_words'],
      [one.submitted, one.acknowledged, one.triaged, asked],
    ],
    [['answer'], [one.submitted, one.acknowledged, one.triaged, asked, one.written]],
    [
      ['answer', 'tell_outcome'],
      [one.submitted, one.acknowledged, one.triaged, end.converted, end.outcomeNoted],
    ],
    [['close'], [...grievance, one.responded]],
    [['answer_merged'], [...grievance, end.grievanceAbsorbed, one.responded]],
    [['close'], [...grievance, end.grievanceAbsorbed, both]],
    [[], [...grievance, one.responded, end.closed]],
    [['read_new_words'], [...grievance, one.responded, end.closed, asked]],
    [['answer_grievance'], [...grievance, one.responded, end.closed, end.reopened]],
  ] as const)('is %j', (steps, facts) => expect(stepsAfter(...facts)).toEqual(steps));
});
