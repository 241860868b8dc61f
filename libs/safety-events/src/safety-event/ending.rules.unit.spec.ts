import { secret } from '#kernel/core';
import { deciding } from '#kernel/core/testing';
import {
  changed,
  flagged,
  flagReportable,
  omar,
  redirected,
  redirectToHr,
  reopen,
  reportSubmitted,
  reviewRequired,
  submitReport,
  takeBack,
  transferAway,
  transferred,
} from './follow-up.examples.js';
import { safetyEventDecider } from './safety-event.decider.js';
import {
  boardTold,
  chiefsTold,
  closeFall,
  fallClosed,
  fallConfirmed,
  fallReported,
  fallTriaged,
  rosa,
  tellBoard,
} from './safety-event.examples.js';

const { given } = deciding(safetyEventDecider);
const confirmed = [fallReported, fallTriaged, fallConfirmed] as const;

describe('closing what a review is required of (INV-07)', () => {
  it.each(['local_follow_up', 'trended', 'no_further_action'] as const)('as %s is refused', (disposition) =>
    given(...confirmed, reviewRequired)
      .when(changed(closeFall, { disposition }))
      .thenRefused('safety-event/review-owed'),
  );
  it('as reviewed is refused while nobody says by which review', () =>
    given(...confirmed, reviewRequired)
      .when(closeFall)
      .thenRefused('safety-event/review-owed'));
  it.each([{ reviewId: omar }, { reviewReference: 'RCA-2026-07' }])('closes with %j', (review) =>
    given(...confirmed, reviewRequired)
      .when({ ...closeFall, data: { ...closeFall.data, ...review } })
      .then({ ...fallClosed, data: { ...fallClosed.data, ...review } }),
  );
  it('is owed again after it was reopened', () =>
    given(...confirmed, reviewRequired, fallClosed, {
      type: 'SafetyEventReopened',
      data: { newInformation: secret('More.'), reopenedBy: rosa },
    })
      .when(closeFall)
      .thenRefused('safety-event/review-owed'));
});

describe('closing what is reportable to an authority (INV-07)', () => {
  it('is refused while nobody outside was told', () =>
    given(...confirmed, flagged)
      .when(closeFall)
      .thenRefused('safety-event/external-report-owed'));
  it('closes once they were', () =>
    given(...confirmed, flagged, reportSubmitted)
      .when(closeFall)
      .then(fallClosed));
  it('closes once the flag was lowered', () =>
    given(...confirmed, flagged, { ...flagged, data: { ...flagged.data, raised: false } } as typeof flagged)
      .when(closeFall)
      .then(fallClosed));
  it('was flagged by the report itself', () =>
    given(
      { ...fallReported, data: { ...fallReported.data, flags: ['externally_reportable'] } },
      fallTriaged,
      fallConfirmed,
    )
      .when(closeFall)
      .thenRefused('safety-event/external-report-owed'));
  it('takes the report of what was told outside, not before it happened', () => {
    given(...confirmed)
      .when(submitReport)
      .then(reportSubmitted);
    given(...confirmed)
      .when(changed(submitReport, { at: '2026-03-01T09:00:00.000Z' }))
      .thenRefused('safety-event/before-it-happened');
  });
});

describe('a flag', () => {
  it('is raised and lowered once', () => {
    const lower = changed(flagReportable, { raised: false });
    given(fallReported).when(flagReportable).then(flagged);
    given(fallReported, flagged).when(flagReportable).thenNothing();
    given(fallReported).when(lower).thenNothing();
    given(fallReported, flagged)
      .when(lower)
      .then({ ...flagged, data: { ...flagged.data, raised: false } } as typeof flagged);
  });
  it('of an unanswered question is not raised by people', () =>
    given(fallReported)
      .when(changed(flagReportable, { flag: 'event_type_unanswered' }))
      .thenRefused('safety-event/flag-of-sources'));
});

describe('reopening', () => {
  const reopened = {
    type: 'SafetyEventReopened',
    data: { newInformation: secret(reopen.data.newInformation), source: 'chart_trigger', reopenedBy: rosa },
  } as const;
  it('goes on as confirmed, with what leaders were told', () => {
    const serious = { ...fallConfirmed, data: { ...fallConfirmed.data, serious: true } } as const;
    const closed = [fallReported, fallTriaged, serious, boardTold, chiefsTold, fallClosed] as const;
    given(...closed)
      .when(reopen)
      .then(reopened);
    given(...closed, reopened)
      .when(tellBoard)
      .then(boardTold);
    given(...closed, reopened)
      .when(closeFall)
      .then(fallClosed);
  });
  it('is refused while it is open', () =>
    given(...confirmed)
      .when(reopen)
      .thenRefused('safety-event/not-closed'));
});

describe('another office', () => {
  it('takes it over by somebody who is named', () =>
    given(fallReported, fallTriaged)
      .when(redirectToHr)
      .then({ ...redirected, data: { ...redirected.data, reason: secret('A quarrel among colleagues.') } } as never));
  it.each([
    [[fallReported], 'not-triaged'],
    [[fallReported, fallTriaged, redirected], 'already-redirected'],
    [confirmed, 'already-confirmed'],
  ] as const)('does not take %#', (history, code) =>
    given(...history)
      .when(redirectToHr)
      .thenRefused(`safety-event/${code}`),
  );
  it('gives it back, and then it is confirmed', () => {
    const returned = { type: 'SafetyEventReturned', data: { returnedBy: omar } } as const;
    given(fallReported, fallTriaged, redirected).when(takeBack).then(returned);
    given(fallReported, fallTriaged, redirected)
      .when({ type: 'ConfirmSafetyEvent', data: { lists: [], by: rosa } })
      .thenRefused('safety-event/redirected');
    given(fallReported, fallTriaged, redirected, returned)
      .when({ type: 'ConfirmSafetyEvent', data: { lists: [], by: rosa } })
      .then(fallConfirmed);
  });
  it('gives back nothing that it has not got', () =>
    given(fallReported, fallTriaged).when(takeBack).thenRefused('safety-event/not-redirected'));
});

describe('another organization', () => {
  it('takes it over when it has accepted', () =>
    given(...confirmed)
      .when(transferAway)
      .then(transferred));
  it('does not before it has accepted, or before it was confirmed', () => {
    given(...confirmed)
      .when(changed(transferAway, { acceptedAt: '2026-03-02T09:10:00.001Z' }))
      .thenRefused('safety-event/not-accepted');
    given(...confirmed)
      .when(changed(transferAway, { acceptedAt: '2026-03-01T09:00:00.000Z' }))
      .thenRefused('safety-event/before-it-happened');
    given(fallReported, fallTriaged).when(transferAway).thenRefused('safety-event/not-confirmed');
  });
});
