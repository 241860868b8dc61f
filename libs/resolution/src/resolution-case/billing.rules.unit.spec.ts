import { deciding } from '#kernel/core/testing';
import { allMet, billNoted, billSent, determinedAs, revised, waive, waived } from './care.examples.js';
import { activeOf, STATES } from './case-states.examples.js';
import * as course from './course.examples.js';
import { type ResolutionCaseCommand, resolutionCaseDecider } from './resolution-case.decider.js';
import type { ResolutionCaseFact } from './resolution-case.events.js';
import {
  activate,
  activated,
  allAssessed,
  closed as caseClosed,
  determinationOpened,
  disclosed,
  explained,
  holdPlaced,
  holdReleased,
  placeHold,
  releaseHold,
  requested,
  resolved,
} from './resolution-case.examples.js';

const { given } = deciding(resolutionCaseDecider);
const open = [requested, activated] as const;
const talked = [...open, disclosed] as const;
const judging = [...talked, determinationOpened] as const;
const inHold = '2026-03-02T09:55:00.000Z';
const released = { ...holdReleased, data: { ...holdReleased.data, releasedAt: '2026-03-02T10:00:00.000Z' } };

describe('the bill that was held or charged', () => {
  const during = '2026-03-02T10:30:00.000Z';
  it('that went out while it was held is recorded, also when the hold is over (INV-26)', () => {
    given(...open, holdPlaced)
      .when(billSent(during))
      .then(billNoted(during));
    given(...judging, ...allAssessed, holdPlaced, determinedAs('reasonable'), explained, holdReleased)
      .when(billSent('2026-03-02T09:50:00.000Z'))
      .then(billNoted('2026-03-02T09:50:00.000Z'));
    given(...open, holdPlaced)
      .when(billSent('2026-03-02T09:00:00.000Z'))
      .thenRefused('resolution-case/not-held-then');
    given(...open)
      .when(billSent(during))
      .thenRefused('resolution-case/not-held-then');
  });
  it('is waived once there was a conversation, and once', () => {
    given(...talked, holdPlaced)
      .when(waive)
      .then(waived);
    given(...open, holdPlaced)
      .when(waive)
      .thenRefused('resolution-case/waived-too-early');
    given(...talked, waived)
      .when(waive)
      .thenRefused('resolution-case/waived');
    const free = { ...activate, data: { ...activate.data, billable: 'no' as const } };
    given(requested, { ...activated, data: { ...activated.data, billable: free.data.billable } }, disclosed)
      .when(waive)
      .thenRefused('resolution-case/not-billable');
  });
  it('stays held through a determination that nobody has told the patient of', () => {
    given(...judging, ...allMet, holdPlaced, determinedAs('unreasonable'))
      .when(releaseHold)
      .thenRefused('resolution-case/hold-too-early');
    given(...talked, holdPlaced, holdReleased)
      .when(placeHold)
      .then(holdPlaced);
  });
  it('is recorded too where it is found after the case was closed, and never hidden (INV-26)', () => {
    const closed = [...STATES.explained.slice(0, -1), holdPlaced, explained, released, resolved, caseClosed];
    given(...closed)
      .when(billSent(inHold))
      .then(billNoted(inHold));
    given(...STATES.merged)
      .when(billSent(inHold))
      .thenRefused('resolution-case/merged');
  });
  it('is found after it went out', () =>
    given(...open, holdPlaced)
      .when(billSent('2026-03-02T12:00:01.000Z'))
      .thenRefused('resolution-case/sent-after-found'));
  it('is waived where it is known that there is one', () => {
    const unknown = { ...activated, data: { ...activated.data, billable: 'unknown' } } as const;
    given(requested, unknown, disclosed).when(waive).thenRefused('resolution-case/billability-unknown');
    given(requested, unknown, disclosed, holdPlaced).when(waive).then(waived);
  });
});

describe('a billing hold', () => {
  const explainedOnce = [...judging, ...allAssessed, holdPlaced, determinedAs('reasonable'), explained] as const;

  it('is released once the patient was told, whatever the case is at by then', () => {
    given(...explainedOnce, course.heldUp)
      .when(releaseHold)
      .then(holdReleased);
    given(...judging, ...allMet, holdPlaced, determinedAs('unreasonable'), course.offered)
      .when(releaseHold)
      .then(holdReleased);
  });
  it('stays on while what was told does not stand any more (INV-26)', () => {
    given(...explainedOnce, revised)
      .when(releaseHold)
      .thenRefused('resolution-case/hold-too-early');
    given(...explainedOnce, revised, ...allMet, determinedAs('unreasonable'))
      .when(releaseHold)
      .thenRefused('resolution-case/hold-too-early');
  });
  it('that is placed again the next time through waits for what is told then', () => {
    const again = [...explainedOnce, holdReleased, resolved, caseClosed, course.reopened, holdPlaced] as const;
    given(...again)
      .when(releaseHold)
      .thenRefused('resolution-case/hold-too-early');
    given(...again, determinationOpened, ...allAssessed, determinedAs('reasonable'))
      .when(releaseHold)
      .thenRefused('resolution-case/hold-too-early');
    given(...again, determinationOpened, ...allAssessed, determinedAs('reasonable'), explained)
      .when(releaseHold)
      .then(holdReleased);
  });
  it('is not released for an offer after a suit, while nobody has judged the care', () =>
    given(...STATES.outside, holdPlaced, course.returned, course.offered)
      .when(releaseHold)
      .thenRefused('resolution-case/hold-too-early'));
});

describe('the bills of a case that goes on in another one', () => {
  const absorbing = (...held: readonly ResolutionCaseFact[]): ResolutionCaseCommand => ({
    type: 'AbsorbCase',
    data: {
      absorbed: course.otherCase,
      from: activeOf([course.otherRequested, course.otherActivated, ...held]),
      at: course.noon,
    },
  });
  const goneOn = (before: readonly ResolutionCaseFact[], ...held: readonly ResolutionCaseFact[]) => [
    ...before,
    ...resolutionCaseDecider.decide(absorbing(...held), activeOf(before)),
  ];
  const from = holdPlaced.data.placedAt;
  const until = released.data.releasedAt;
  const placed = (placedAt: string) => ({ ...holdPlaced, data: { ...holdPlaced.data, placedAt } });

  it.each([
    ['a hold that goes on', [], [holdPlaced], 'on', [{ from }]],
    ['a hold that is over', [], [holdPlaced, released], 'none', [{ from, until }]],
    ['no hold', [], [], 'none', []],
    ['a later hold', [holdPlaced], [placed(inHold)], 'on', [{ from }]],
    ['an earlier hold', [placed(inHold)], [holdPlaced], 'on', [{ from }]],
    ['a hold that is over', [placed(inHold)], [holdPlaced, released], 'on', [{ from, until }, { from: inHold }]],
    [
      'a hold after one of its own',
      [holdPlaced, released],
      [placed(inHold)],
      'on',
      [{ from, until }, { from: inHold }],
    ],
  ] as const)('are known there: %s', (_what, ours, theirs, hold, holds) => {
    const { care } = activeOf(goneOn([...STATES.reviewing, ...ours], ...theirs));
    expect([care.hold, care.holds]).toEqual([hold, holds]);
  });
  it('are recorded there when they went out during the hold (INV-26)', () => {
    given(...goneOn(STATES.reviewing, holdPlaced))
      .when(billSent(from))
      .then(billNoted(from));
    given(...goneOn(STATES.reviewing, holdPlaced, released))
      .when(billSent(from))
      .then(billNoted(from));
  });
  it('are held from then on where it was not told since when', () => {
    const facts = [...STATES.reviewing, course.absorbed];
    expect(activeOf(facts).care.holds).toEqual([{ from: course.noon }]);
    expect(activeOf([...facts, waived]).care.holds).toEqual([{ from: course.noon, until: waived.data.waivedAt }]);
  });
});
