import { deciding } from '#kernel/core/testing';
import { disclosedInWriting } from './care.examples.js';
import { activeOf } from './case-states.examples.js';
import { declinedProgram, reopened, returned, sued } from './course.examples.js';
import { type ResolutionCaseCommand, resolutionCaseDecider } from './resolution-case.decider.js';
import type { ResolutionCaseFact } from './resolution-case.events.js';
import {
  activate,
  activated,
  allAssessed,
  assess,
  assessed,
  attempt,
  attempted,
  closeCase,
  closed,
  decline,
  declined,
  determinationOpened,
  determine,
  determined,
  disclose,
  disclosed,
  explain,
  explained,
  handedOver,
  handOver,
  holdPlaced,
  holdReleased,
  leo,
  liaisonNamed,
  nameLiaison,
  openDetermination,
  placeHold,
  releaseHold,
  request,
  requested,
  resolve,
  resolved,
  rosa,
  stranger,
  withdraw,
  withdrawn,
} from './resolution-case.examples.js';
import { followedUp, asked as theyAsked } from './talks.examples.js';

const { given } = deciding(resolutionCaseDecider);

const open = [requested, activated] as const;
const talked = [...open, disclosed] as const;
const judging = [...talked, determinationOpened, ...allAssessed] as const;
const ready = [...judging, determined] as const;
const over = [...ready, explained, resolved, closed] as const;

const by = <C extends ResolutionCaseCommand>(command: C, changes: Partial<C['data']>): C => ({
  ...command,
  data: { ...command.data, ...changes },
});

describe('a request for a team', () => {
  it('is made once', () => {
    given().when(request).then(requested);
    given(requested).when(request).thenNothing();
    given(...open)
      .when(request)
      .thenNothing();
  });
  it('is taken back, where there is one', () => {
    given(requested).when(withdraw).then(withdrawn);
    given().when(withdraw).thenNothing();
  });
  it('may be made anew when it was taken back', () => given(requested, withdrawn).when(request).then(requested));
  it('of a voided safety event is taken back when the team is on its way, but not once the people were told', () => {
    given(...open)
      .when(withdraw)
      .then(withdrawn);
    given(...talked)
      .when(withdraw)
      .thenRefused('resolution-case/disclosed');
  });
  it.each([
    ['in a follow-up talk, after nobody could be told first', [attempted, declined, followedUp], 'disclosed'],
    ['by the law’s disclosure in writing', [disclosedInWriting], 'disclosed'],
  ] as const)('stays once the people were told %s', (_, history, code) =>
    given(...open, ...history)
      .when(withdraw)
      .thenRefused(`resolution-case/${code}`),
  );
  it('is taken back with the bill that was held for it, where nobody was told', () =>
    given(...open, holdPlaced)
      .when(withdraw)
      .then(withdrawn));
  it('is not taken back by a changed mind once the team was activated', () =>
    given(...open)
      .when(by(withdraw, { reason: 'not_eligible' }))
      .thenRefused('resolution-case/already-activated'));
});

describe('the response team', () => {
  it('is activated', () => given(requested).when(activate).then(activated));
  it('is activated once', () =>
    given(...open)
      .when(activate)
      .thenRefused('resolution-case/already-activated'));
  it('is not activated where nothing was asked for, or was taken back', () => {
    given().when(activate).thenRefused('resolution-case/not-found');
    given(requested, withdrawn).when(activate).thenRefused('resolution-case/withdrawn');
  });
  it('has its communication lead among its members', () =>
    given(requested)
      .when(by(activate, { communicationLead: stranger }))
      .thenRefused('resolution-case/lead-not-on-team'));
  it('hands over to another owner', () => {
    given(...open)
      .when(handOver)
      .then(handedOver);
    given(...open, handedOver)
      .when(handOver)
      .thenRefused('resolution-case/same-owner');
  });
  it('names a liaison, and says once what changed nothing', () => {
    given(...open)
      .when(nameLiaison)
      .then(liaisonNamed);
    given(...open, liaisonNamed)
      .when(nameLiaison)
      .thenNothing();
  });
});

describe('the first conversation', () => {
  it('is held after attempts or at once', () => {
    given(...open)
      .when(disclose)
      .then(disclosed);
    given(...open, attempted)
      .when(disclose)
      .then(disclosed);
  });
  it('is the first only once', () =>
    given(...talked)
      .when(disclose)
      .thenRefused('resolution-case/already-disclosed'));
  it('is with the patient or a representative (INV-23)', () =>
    given(...open)
      .when(by(disclose, { attendees: ['involved_family', 'chaplain'] }))
      .thenRefused('resolution-case/nobody-told'));
  it('takes no responsibility before the determination', () =>
    given(...open)
      .when(by(disclose, { apology: 'responsibility' }))
      .thenRefused('resolution-case/apology-before-determination'));
  it('names a next contact that comes after it', () =>
    given(...open)
      .when(by(disclose, { nextContactAt: disclose.data.at }))
      .thenRefused('resolution-case/next-contact-past'));
  it('is recorded by a liaison of this case, and of another there is none', () => {
    given(...open)
      .when(by(disclose, { by: stranger }))
      .thenRefused('resolution-case/not-found');
    expect(
      resolutionCaseDecider.decide(
        by(disclose, { by: stranger, role: 'risk-manager' }),
        open.reduce(resolutionCaseDecider.evolve, resolutionCaseDecider.initialState),
      ),
    ).toHaveLength(1);
  });
  it('may be tried in vain afterwards, too: who cannot be reached any more was tried since we last spoke', () => {
    given(...talked)
      .when(attempt)
      .then(attempted);
    expect(activeOf([...open, attempted, attempted]).talks.attempts).toHaveLength(2);
    expect(activeOf([...open, attempted, disclosed]).talks.attempts).toEqual([]);
    expect(activeOf([...open, disclosed, attempted]).talks.attempts).toHaveLength(1);
  });
});

describe('an exception', () => {
  const try_ = (mode: 'phone' | 'letter', attemptedAt: string): ResolutionCaseFact => ({
    ...attempted,
    data: { ...attempted.data, mode, attemptedAt },
  });
  const unreachable = by(decline, { kind: 'unreachable' });
  const noon = (day: number) => `2026-03-0${day}T12:00:00.000Z`;
  const notNow = { ...attempted, data: { ...attempted.data, outcome: 'not_now', attemptedAt: noon(7) } } as const;

  it('follows an attempt', () => {
    given(...open, attempted)
      .when(decline)
      .then(declined);
    given(...open)
      .when(decline)
      .thenRefused('resolution-case/no-attempt');
  });
  it('is recorded once, and the patient may still be told later', () => {
    given(...open, attempted, declined)
      .when(decline)
      .thenRefused('resolution-case/exception-recorded');
    given(...open, attempted, declined)
      .when(disclose)
      .then(disclosed);
  });
  it.each([
    ['two attempts', [try_('phone', noon(2)), try_('letter', noon(7))]],
    ['one way', [try_('phone', noon(2)), try_('phone', noon(4)), try_('phone', noon(7))]],
    ['a word of theirs that this is not the time', [try_('phone', noon(2)), try_('letter', noon(3)), notNow]],
    ['a question of theirs', [try_('phone', noon(2)), try_('letter', noon(3)), try_('phone', noon(7)), theyAsked]],
    ['less than five days', [try_('phone', noon(2)), try_('letter', noon(3)), try_('phone', noon(6))]],
  ])('for being unreachable is too early after %s', (_, attempts) =>
    given(...open, ...attempts)
      .when(unreachable)
      .thenRefused('resolution-case/not-tried-enough'),
  );
  it('may be recorded wherever nobody was told or excepted yet: reopened, or back from outside', () => {
    const tried = [try_('phone', noon(2)), try_('letter', noon(3)), try_('phone', noon(7))] as const;
    const excepted = { ...declined, data: { ...declined.data, kind: 'unreachable' } } as const;
    given(...open, sued, returned, ...tried)
      .when(unreachable)
      .then(excepted);
    given(...open, sued, returned, ...tried, excepted)
      .when(openDetermination)
      .then(determinationOpened);
    given(
      ...open,
      declinedProgram,
      { ...resolved, data: { ...resolved.data, kind: 'patient_declined' } },
      closed,
      reopened,
      ...tried,
    )
      .when(unreachable)
      .then(excepted);
  });
  it('for being unreachable needs three attempts in two ways over five days', () =>
    given(...open, try_('phone', noon(2)), try_('letter', noon(3)), try_('phone', noon(7)))
      .when(unreachable)
      .then({ ...declined, data: { ...declined.data, kind: 'unreachable' } }));
});

describe('the bill', () => {
  const unknown = { ...activated, data: { ...activated.data, billable: 'unknown' } } as const;
  const free = { ...activated, data: { ...activated.data, billable: 'no' } } as const;
  const establish = (billable: 'yes' | 'no'): ResolutionCaseCommand => ({
    type: 'EstablishBillability',
    data: { billable, by: rosa, role: 'risk-manager' },
  });
  it('is held once', () => {
    given(...open)
      .when(placeHold)
      .then(holdPlaced);
    given(...open, holdPlaced)
      .when(placeHold)
      .thenRefused('resolution-case/hold-is-on');
  });
  it('is not held where there is no charge', () =>
    given(requested, free).when(placeHold).thenRefused('resolution-case/not-billable'));
  it('may turn out to be one, or none', () => {
    given(requested, unknown)
      .when(establish('no'))
      .then({
        type: 'BillabilityEstablished',
        data: { safetyEventId: activated.data.safetyEventId, billable: 'no', establishedBy: rosa },
      });
    given(...open)
      .when(establish('yes'))
      .thenNothing();
    given(...open, holdPlaced)
      .when(establish('no'))
      .thenRefused('resolution-case/hold-is-on');
  });
  it.each([
    ['before the determination', talked],
    ['before the patient was told of it', ready],
  ] as const)('is not released %s (INV-26)', (_, history) =>
    given(...history, holdPlaced)
      .when(releaseHold)
      .thenRefused('resolution-case/hold-too-early'),
  );
  it('is released after that, where it was held', () => {
    given(...ready, holdPlaced, explained)
      .when(releaseHold)
      .then(holdReleased);
    given(...ready, explained)
      .when(releaseHold)
      .thenRefused('resolution-case/no-hold');
  });
});

describe('the determination', () => {
  it('is opened after the first conversation or an exception', () => {
    given(...talked)
      .when(openDetermination)
      .then(determinationOpened);
    given(...open, attempted, declined)
      .when(openDetermination)
      .then(determinationOpened);
    given(...open)
      .when(openDetermination)
      .thenRefused('resolution-case/not-disclosed');
    given(...judging)
      .when(openDetermination)
      .thenRefused('resolution-case/determination-opened');
  });
  it('assesses criteria while it is open', () => {
    given(...talked, determinationOpened)
      .when(assess('causation', 'met'))
      .then(assessed('causation', 'met'));
    given(...talked)
      .when(assess('causation', 'met'))
      .thenRefused('resolution-case/not-determining');
    given(...ready)
      .when(assess('causation', 'not_met'))
      .thenRefused('resolution-case/determined');
  });
  it('needs all three criteria', () =>
    given(...talked, determinationOpened, assessed('severity', 'met'), assessed('standard', 'not_met'))
      .when(determine)
      .thenRefused('resolution-case/criterion-missing'));
  it.each(['met', 'undetermined'] as const)(
    'finds no care reasonable whose departure from the standard is %s',
    (result) =>
      given(...judging, assessed('standard', result))
        .when(determine)
        .thenRefused('resolution-case/not-reasonable'),
  );
  it('is made, and stays open while it is undetermined', () => {
    given(...judging)
      .when(determine)
      .then(determined);
    const undetermined = { ...determined, data: { ...determined.data, determination: 'undetermined' } } as const;
    given(...judging)
      .when(by(determine, { determination: 'undetermined' }))
      .then(undetermined);
    given(...judging, undetermined)
      .when(determine)
      .then(determined);
  });
});

describe('the end', () => {
  it('is explained to the patient, once it was determined', () => {
    given(...ready)
      .when(explain)
      .then(explained);
    given(...judging)
      .when(explain)
      .thenRefused('resolution-case/not-determined');
    given(...ready, explained)
      .when(explain)
      .thenRefused('resolution-case/already-explained');
    given(...ready)
      .when(by(explain, { attendees: ['risk_manager'] }))
      .thenRefused('resolution-case/nobody-told');
  });
  it('is reached as explained, once it was (INV-27)', () => {
    given(...ready, explained)
      .when(resolve)
      .then(resolved);
    given(...ready)
      .when(resolve)
      .thenRefused('resolution-case/not-explained');
    given(...ready, explained, resolved)
      .when(resolve)
      .thenRefused('resolution-case/already-resolved');
  });
  it('closes what was resolved, and no held bill with it', () => {
    given(...ready, explained, resolved)
      .when(closeCase)
      .then(closed);
    given(...ready, explained)
      .when(closeCase)
      .thenRefused('resolution-case/not-resolved');
    given(...ready, holdPlaced, explained, resolved)
      .when(closeCase)
      .thenRefused('resolution-case/hold-is-on');
  });
  it.each([
    activate,
    nameLiaison,
    handOver,
    attempt,
    disclose,
    placeHold,
    openDetermination,
    explain,
    resolve,
    closeCase,
  ])('takes nothing more: $type', (command) => {
    const code = command.type === 'ActivateResponseTeam' ? 'already-activated' : 'closed';
    given(...over)
      .when(command)
      .thenRefused(`resolution-case/${code}`);
  });
  it('of a case that was taken back takes nothing more either', () =>
    given(requested, withdrawn)
      .when(by(handOver, { to: leo }))
      .thenRefused('resolution-case/withdrawn'));
});
