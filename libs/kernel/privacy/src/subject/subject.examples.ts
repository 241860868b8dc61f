import type { SubjectCommand } from './subject.decider.js';
import type { SubjectEvent } from './subject.events.js';

/** The report of a fall on 4 West, about Ana. */
export const aFall = 'safety-event-0192f0c4-0000-7000-8000-0000000000a1';
export const lee = '0192f0c4-0000-7000-8000-0000000000b1';
export const omar = '0192f0c4-0000-7000-8000-0000000000b2';
export const matter = 'CV-2026-0117';

export const leeAsks: SubjectCommand = {
  type: 'RequestErasure',
  data: { subject: aFall, reasonCode: 'person-asked', by: lee },
};
export const leeApproves: SubjectCommand = { type: 'ApproveErasure', data: { subject: aFall, by: lee } };
export const omarApproves: SubjectCommand = { type: 'ApproveErasure', data: { subject: aFall, by: omar } };
export const omarHolds: SubjectCommand = { type: 'PlaceLegalHold', data: { subject: aFall, matter, by: omar } };
export const omarReleases: SubjectCommand = { type: 'ReleaseLegalHold', data: { subject: aFall, matter, by: omar } };

export const erasureRequested: SubjectEvent = {
  type: 'ErasureRequested',
  data: { subject: aFall, reasonCode: 'person-asked', requestedBy: lee },
};
export const subjectErased: SubjectEvent = {
  type: 'SubjectErased',
  data: { subject: aFall, reasonCode: 'person-asked', requestedBy: lee, approvedBy: omar },
};
export const legalHoldPlaced: SubjectEvent = {
  type: 'LegalHoldPlaced',
  data: { subject: aFall, matter, placedBy: omar },
};
export const legalHoldReleased: SubjectEvent = {
  type: 'LegalHoldReleased',
  data: { subject: aFall, matter, releasedBy: omar },
};
