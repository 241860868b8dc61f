import { automating, recorded } from '#kernel/readers/testing';
import { PinPolicyPack } from '../commands/pin-policy-pack/pin-policy-pack.command.js';
import * as one from '../resolution-case/resolution-case.examples.js';
import { whenResponseTeamActivatedThenPinPolicyPack } from './when-response-team-activated-then-pin-policy-pack.js';

const id = '0192a000-0000-7000-8000-000000000201';

it('a case whose team is activated gets the law that was adopted by then, and by nothing else', () => {
  const recordedAt = '2026-03-02T10:00:00.000Z';
  const envelope = { stream: `resolution-case-${id}`, recordedAt };
  automating(whenResponseTeamActivatedThenPinPolicyPack)
    .when(recorded(one.activated, envelope))
    .thenSends((act) => [new PinPolicyPack(id, recordedAt, act())]);
  automating(whenResponseTeamActivatedThenPinPolicyPack).when(recorded(one.requested, envelope)).thenNothing();
});
