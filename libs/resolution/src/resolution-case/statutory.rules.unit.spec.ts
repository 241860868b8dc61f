import { deciding } from '#kernel/core/testing';
import { resolutionCaseDecider } from './resolution-case.decider.js';
import * as one from './resolution-case.examples.js';

const { given } = deciding(resolutionCaseDecider);
const pack = { jurisdiction: 'us-ia', packVersion: '2020-1', knownAt: '2026-03-02T09:10:00.000Z' };
const pin = { type: 'PinPolicyPack', data: pack } as const;
const { safetyEventId } = one.requested.data;
const pinned = { type: 'PolicyPackPinned', data: { safetyEventId, ...pack } } as const;

describe('pinning the law that a case goes by', () => {
  it('is done once: a later pack changes nothing', () => {
    given(one.requested, one.activated).when(pin).then(pinned);
    given(one.requested, one.activated, pinned).when(pin).thenNothing();
    given(one.requested, one.activated, pinned)
      .when({ ...pin, data: { ...pack, packVersion: '2026-1' } })
      .thenNothing();
  });

  it('is refused before the team is activated, and after the case has ended', () => {
    given(one.requested).when(pin).thenRefused('resolution-case/not-activated');
    given(one.requested, one.withdrawn).when(pin).thenRefused('resolution-case/withdrawn');
  });
});
