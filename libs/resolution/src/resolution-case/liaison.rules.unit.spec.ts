import type { Role } from '#kernel/core';
import { deciding } from '#kernel/core/testing';
import {
  arrangeCover,
  but,
  byRosa,
  changeLiaison,
  changeTeam,
  coverArranged,
  involvedNoted,
  liaisonChanged,
  mia,
  noteInvolved,
  omar,
  teamChanged,
} from './people.examples.js';
import { resolutionCaseDecider } from './resolution-case.decider.js';
import {
  activate,
  activated,
  leo,
  liaisonNamed,
  nameLiaison,
  requested,
  resolved,
  stranger,
  withdrawn,
} from './resolution-case.examples.js';
import { onTeam, type ResolutionCase, takenUp } from './resolution-case.rules.js';
import { handOverPromise, keep, kept, promised, promiseHandedOver } from './talks.examples.js';

const { given } = deciding(resolutionCaseDecider);
const open = [requested, activated] as const;
const named = [...open, liaisonNamed] as const;
const closed = [
  ...named,
  resolved,
  { type: 'ResolutionCaseClosed', data: { safetyEventId: requested.data.safetyEventId, closedBy: leo } },
] as const;

describe('who was involved in the harm', () => {
  it('is noted once, in a case that was asked for, begun or closed', () => {
    given(requested).when(noteInvolved).then(involvedNoted);
    given(...open)
      .when(noteInvolved)
      .then(involvedNoted);
    given(...closed)
      .when(noteInvolved)
      .then(involvedNoted);
    given(...open, involvedNoted)
      .when(noteInvolved)
      .thenNothing();
    given(...open, involvedNoted)
      .when(but(noteInvolved, { staff: [omar, mia, mia] }))
      .then({ ...involvedNoted, data: { ...involvedNoted.data, staff: [mia] } });
  });
  it('is nothing to a case that is not there', () => {
    given().when(noteInvolved).thenNothing();
    given(requested, withdrawn).when(noteInvolved).thenNothing();
  });
  it('is never the liaison, whether it was known before the team came or after', () => {
    given(requested, involvedNoted, activated)
      .when(but(nameLiaison, { liaison: omar }))
      .thenRefused('resolution-case/involved-in-harm');
    given(...open, involvedNoted)
      .when(but(nameLiaison, { liaison: omar }))
      .thenRefused('resolution-case/involved-in-harm');
    given(...named, involvedNoted)
      .when(but(changeLiaison, { liaison: omar }))
      .thenRefused('resolution-case/involved-in-harm');
    given(...named, involvedNoted)
      .when(but(arrangeCover, { cover: omar }))
      .thenRefused('resolution-case/involved-in-harm');
  });
  it('may turn out to be the liaison, who is changed then', () => {
    const leoNoted = { ...involvedNoted, data: { ...involvedNoted.data, staff: [leo], toReplace: [leo] } };
    given(...named)
      .when(but(noteInvolved, { staff: [leo] }))
      .then(leoNoted);
    given(...named, leoNoted)
      .when(needs(leo))
      .thenRefused('resolution-case/not-found');
    given(...named, leoNoted, resolved)
      .when({ type: 'CloseCase', data: byRosa })
      .thenRefused('resolution-case/liaison-involved');
    given(...named, leoNoted)
      .when(changeLiaison)
      .then(liaisonChanged);
    given(...named, leoNoted, liaisonChanged)
      .when(but(changeLiaison, { liaison: leo }))
      .thenRefused('resolution-case/involved-in-harm');
  });
  it('may turn out to be who covers: nobody does any more, and another is arranged', () => {
    const { cover, from } = coverArranged.data;
    const noted = { ...involvedNoted, data: { ...involvedNoted.data, staff: [cover], toReplace: [cover] } };
    given(...named, coverArranged)
      .when(but(noteInvolved, { staff: [cover] }))
      .then(noted);
    given(...named, coverArranged)
      .when(needs(cover, from))
      .then(assessedBy(cover, from));
    given(...named, coverArranged, noted)
      .when(needs(cover, from))
      .thenRefused('resolution-case/not-found');
  });
  it('is forgotten with a request that was taken back: the new one is told anew', () =>
    given(requested, involvedNoted, withdrawn, requested, activated)
      .when(but(nameLiaison, { liaison: omar }))
      .then({ ...liaisonNamed, data: { ...liaisonNamed.data, liaison: omar } }));
});

const needs = (by: string, at = activate.data.at, role: Role = 'liaison') =>
  ({ type: 'AssessNeeds', data: { kinds: ['meals'], at, by, role } }) as const;
const assessedBy = (by: string, assessedAt = activate.data.at) =>
  ({
    type: 'PatientNeedsAssessed',
    data: { safetyEventId: requested.data.safetyEventId, kinds: ['meals'], assessedAt, assessedBy: by },
  }) as const;

describe('the liaison', () => {
  it('is named first and changed then', () => {
    given(...open)
      .when(changeLiaison)
      .thenRefused('resolution-case/no-liaison');
    given(...named)
      .when(but(nameLiaison, { liaison: mia }))
      .thenRefused('resolution-case/liaison-named');
    given(...named)
      .when(changeLiaison)
      .then(liaisonChanged);
    given(...named, liaisonChanged)
      .when(changeLiaison)
      .thenRefused('resolution-case/same-liaison');
  });
  it('may be given a contact later', () =>
    given(...open, { ...liaisonNamed, data: { ...liaisonNamed.data, contactGiven: false } })
      .when(nameLiaison)
      .then(liaisonNamed));
  it('keeps the contact that was given', () =>
    given(...named)
      .when(but(nameLiaison, { contactGiven: false }))
      .thenRefused('resolution-case/liaison-named'));
  it('acts on the case from then on, and who was it before does no longer', () => {
    const outsider = { ...liaisonNamed, data: { ...liaisonNamed.data, liaison: stranger } };
    given(...open, outsider)
      .when(needs(stranger))
      .then(assessedBy(stranger));
    given(...open, outsider, { ...liaisonChanged, data: { ...liaisonChanged.data, from: stranger } })
      .when(needs(stranger))
      .thenRefused('resolution-case/not-found');
  });
  it('is stood in for by their cover, who acts on the case for as long as that is arranged', () => {
    const { cover, from, until } = coverArranged.data;
    const covered = [...named, coverArranged];
    for (const at of [from, until])
      given(...covered)
        .when(needs(cover, at))
        .then(assessedBy(cover, at));
    const later = new Date(Date.parse(until) + 1).toISOString();
    const refused = [needs(cover, later), needs(stranger, from), needs(cover, from, 'claims')];
    for (const command of refused)
      given(...covered)
        .when(command)
        .thenRefused('resolution-case/not-found');
    given(...covered, { ...liaisonChanged, data: { ...liaisonChanged.data, liaison: omar } })
      .when(needs(cover, from))
      .thenRefused('resolution-case/not-found');
    given(...covered, promised)
      .when(but(handOverPromise, { by: cover, at: from }))
      .then({ ...promiseHandedOver, data: { ...promiseHandedOver.data, handedOverBy: cover } });
    given(...covered, promised)
      .when(but(handOverPromise, { by: cover, at: later }))
      .thenRefused('resolution-case/not-found');
  });
  it('keeps a promise, or hands it on, after the case was closed: it outlives the case', () => {
    const over = [...named, promised, ...closed.slice(named.length)] as const;
    given(...over)
      .when(keep)
      .then(kept);
    given(...over)
      .when(handOverPromise)
      .then(promiseHandedOver);
    given(...over, kept)
      .when(keep)
      .thenRefused('resolution-case/kept');
  });
  it('may take back what was told on a case that has ended, where it was theirs', () => {
    const ended = closed.reduce<ResolutionCase>(resolutionCaseDecider.evolve, resolutionCaseDecider.initialState);
    const asking = { by: leo, role: 'liaison', at: activated.data.activatedAt } as const;
    expect(takenUp(asking, ended)).toBe(ended);
    expect(() => onTeam(asking, ended)).toThrow('closed');
    expect(() => takenUp({ ...asking, by: stranger }, ended)).toThrow('no such');
    expect(() => takenUp({ ...asking, role: 'risk-manager' }, { status: 'none' })).toThrow('no such');
  });
  it('may be somebody else than who has the case: the case is theirs, too', () => {
    const { owner, activatedAt } = activated.data;
    given(requested, { ...activated, data: { ...activated.data, members: [leo] } })
      .when(needs(owner, activatedAt))
      .then(assessedBy(owner, activatedAt));
  });
  it('is covered for by somebody else, for a time that ends after it begins', () => {
    given(...named)
      .when(arrangeCover)
      .then(coverArranged);
    given(...open)
      .when(arrangeCover)
      .thenRefused('resolution-case/no-liaison');
    given(...named)
      .when(but(arrangeCover, { cover: leo }))
      .thenRefused('resolution-case/same-liaison');
    given(...named)
      .when(but(arrangeCover, { until: arrangeCover.data.from }))
      .thenRefused('resolution-case/cover-ends-early');
  });
});

describe('the response team', () => {
  it('changes, with its communication lead among its members', () => {
    given(...open)
      .when(changeTeam)
      .then(teamChanged);
    given(...open)
      .when(but(changeTeam, { communicationLead: leo }))
      .thenRefused('resolution-case/lead-not-on-team');
    given(...open, teamChanged)
      .when(changeTeam)
      .thenNothing();
  });
  it('has nobody on it whom it was changed from', () =>
    given(...open, teamChanged)
      .when({
        type: 'AttemptDisclosure',
        data: { mode: 'phone', outcome: 'no_answer', at: activate.data.at, by: leo, role: 'liaison' },
      })
      .thenRefused('resolution-case/not-found'));
});

it.each([changeLiaison, arrangeCover, changeTeam])(
  'takes no $type where there is no team, or the case is over',
  (one) => {
    given().when(one).thenRefused('resolution-case/not-found');
    given(requested).when(one).thenRefused('resolution-case/not-activated');
    given(...closed)
      .when(one)
      .thenRefused('resolution-case/closed');
  },
);
