import { deciding } from '#kernel/core/testing';
import { activeOf, STATES } from './case-states.examples.js';
import * as course from './course.examples.js';
import { type ResolutionCaseCommand, resolutionCaseDecider } from './resolution-case.decider.js';
import { attempt, disclose, disclosed, explain, resolve, stranger, withdraw } from './resolution-case.examples.js';

const { given } = deciding(resolutionCaseDecider);
const by = <C extends ResolutionCaseCommand>(command: C, changes: Partial<C['data']>): C => ({
  ...command,
  data: { ...command.data, ...changes },
});
const of = (history: (typeof STATES)['none']) => given(...history);

describe('a hold', () => {
  it('is placed and left, by those on the case', () => {
    of(STATES.reviewing).when(course.placeOnHold).then(course.heldUp);
    of(STATES.on_hold).when(course.resume).then(course.resumed);
    of(STATES.reviewing)
      .when(by(course.placeOnHold, { by: stranger }))
      .thenRefused('resolution-case/not-found');
    of(STATES.on_hold)
      .when(by(course.resume, { by: stranger }))
      .thenRefused('resolution-case/not-found');
  });
  it('is one at a time', () => {
    of(STATES.on_hold).when(course.placeOnHold).thenRefused('resolution-case/already-on-hold');
    of(STATES.reviewing).when(course.resume).thenRefused('resolution-case/not-on-hold');
  });
  it('ends after it began', () =>
    of(STATES.reviewing)
      .when(by(course.placeOnHold, { until: course.noon }))
      .thenRefused('resolution-case/until-past'));
  it('is resumed before the case is resolved', () =>
    of([...STATES.explained, course.heldUp])
      .when(resolve)
      .thenRefused('resolution-case/on-hold'));
  it('comes back to where a conversation has brought the case meanwhile', () => {
    of([...STATES.activated, course.heldUp])
      .when(disclose)
      .then(disclosed);
    expect(activeOf([...STATES.activated, course.heldUp, disclosed, course.resumed]).status).toBe('reviewing');
  });
});

describe('a claim', () => {
  it('leaves the talks alone where they go on', () => {
    const still = { ...course.claimed, data: { ...course.claimed.data, endsTalks: false } };
    of(STATES.reviewing)
      .when(by(course.receiveClaim, { endsTalks: false }))
      .then(still);
    expect(activeOf([...STATES.reviewing, still])).toMatchObject({ status: 'reviewing', claimed: true });
  });
  it('takes the case outside where they end, and so does a suit', () => {
    of(STATES.reviewing).when(course.receiveClaim).then(course.claimed);
    of(STATES.reviewing).when(course.recordSuit).then(course.sued);
  });
  it('that is over leads back to the talks', () => {
    of(STATES.outside).when(course.comeBack).then(course.returned);
    of(STATES.reviewing).when(course.comeBack).thenRefused('resolution-case/not-outside');
  });
});

describe('a transfer', () => {
  const asked = [...STATES.reviewing, course.transferAsked];
  it('is asked for, and of another one anew', () => {
    of(STATES.reviewing).when(course.askTransfer).then(course.transferAsked);
    of(asked).when(course.askTransfer).thenNothing();
    of(asked)
      .when(by(course.askTransfer, { to: 'Hillside' }))
      .then({ ...course.transferAsked, data: { ...course.transferAsked.data, to: 'Hillside' } });
  });
  it('is made after it was asked for, and after the patient has spoken with the receiver’s liaison', () => {
    of(asked).when(course.transferAway).then(course.transferred);
    of(STATES.reviewing).when(course.transferAway).thenRefused('resolution-case/transfer-not-asked');
    of(asked)
      .when(by(course.transferAway, { patientToldAt: '2026-03-01T12:00:00.000Z' }))
      .thenRefused('resolution-case/patient-told-early');
    of(asked)
      .when(by(course.transferAway, { at: course.noon, patientToldAt: course.later }))
      .thenRefused('resolution-case/patient-not-told');
  });
  it.each([attempt, explain, course.placeOnHold, course.reopen, withdraw])(
    'leaves nothing to do here: $type',
    (command) => of(STATES.transferred).when(command).thenRefused('resolution-case/transferred'),
  );
});

describe('a reopening', () => {
  it('counts the cycles, and judges and offers anew', () => {
    of(STATES.closed).when(course.reopen).then(course.reopened);
    const again = activeOf([...STATES.closed, course.reopened]);
    expect(again).toMatchObject({ status: 'reviewing', cycle: 2, resolution: undefined, care: { criteria: {} } });
    expect(again.care).not.toHaveProperty('determination');
  });
  it('of what was declined is the patient’s to ask for, who does not decline it then', () => {
    of(STATES.declined).when(course.reopen).then(course.reopened);
    of(STATES.declined)
      .when(by(course.reopen, { reason: 'new_information' }))
      .thenRefused('resolution-case/patient-has-not-asked');
    expect(activeOf([...STATES.declined, course.reopened]).people).not.toHaveProperty('declined');
  });
  it('is for what has come to an end', () =>
    of(STATES.reviewing).when(course.reopen).thenRefused('resolution-case/not-closed'));
  it('asks for a transfer anew', () =>
    expect(activeOf([...STATES.declined, course.transferAsked, course.reopened]).transferAsked).toBeUndefined());
});
