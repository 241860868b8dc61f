import { deciding } from '#kernel/core/testing';
import { subjectDecider } from './subject.decider.js';
import {
  aFall,
  erasureRequested,
  lee,
  leeApproves,
  leeAsks,
  legalHoldPlaced,
  legalHoldReleased,
  omar,
  omarApproves,
  omarHolds,
  omarReleases,
  subjectErased,
} from './subject.examples.js';

const { given } = deciding(subjectDecider);

describe('asking for an erasure', () => {
  it('is recorded and erases nothing yet', () => {
    given().when(leeAsks).then(erasureRequested);
  });
  it('is recorded once, however often it is asked', () => {
    given(erasureRequested).when(leeAsks).thenNothing();
  });
  it('is refused while a legal hold stands', () => {
    given(legalHoldPlaced).when(leeAsks).thenRefused('subject/under-legal-hold');
  });
  it('is possible again once the hold was released', () => {
    given(legalHoldPlaced, legalHoldReleased).when(leeAsks).then(erasureRequested);
  });
});

describe('approving an erasure', () => {
  it('erases', () => {
    given(erasureRequested).when(omarApproves).then(subjectErased);
  });
  it('erases what is kept beside it too, and says so', () => {
    const beside = [aFall.replace('safety-event', 'notes')];
    given(erasureRequested)
      .when({ type: 'ApproveErasure', data: { subject: aFall, beside, by: omar } })
      .then({
        type: 'SubjectErased',
        data: { subject: aFall, beside, reasonCode: 'person-asked', requestedBy: lee, approvedBy: omar },
      });
  });
  it('erases once', () => {
    given(erasureRequested, subjectErased).when(omarApproves).thenNothing();
  });
  it('is refused to the person who asked', () => {
    given(erasureRequested).when(leeApproves).thenRefused('subject/needs-another-person');
  });
  it('is refused when nobody asked', () => {
    given().when(omarApproves).thenRefused('subject/not-requested');
  });
  it('is refused when a hold came between', () => {
    given(erasureRequested, legalHoldPlaced).when(omarApproves).thenRefused('subject/under-legal-hold');
  });
});

describe('holding for a legal matter', () => {
  it('is recorded, once for each matter', () => {
    given().when(omarHolds).then(legalHoldPlaced);
    given(legalHoldPlaced).when(omarHolds).thenNothing();
  });
  it('is refused once the subject was erased', () => {
    given(erasureRequested, subjectErased).when(omarHolds).thenRefused('subject/erased');
  });
  it('ends with its release, once', () => {
    given(legalHoldPlaced).when(omarReleases).then(legalHoldReleased);
    given().when(omarReleases).thenNothing();
  });
});
