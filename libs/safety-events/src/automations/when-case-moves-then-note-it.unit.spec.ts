import { automating, recorded } from '#kernel/readers/testing';
import type { ResolutionCaseFact } from '#resolution/contracts';
import { LinkCase } from '../commands/link-case/link-case.command.js';
import { NoteCaseEnd } from '../commands/note-case-end/note-case-end.command.js';
import { fallId, laterId } from '../safety-event/follow-up.examples.js';
import { anasCase, rosa, tenPastNine } from '../safety-event/safety-event.examples.js';
import { whenCaseMovesThenNoteIt } from './when-case-moves-then-note-it.js';

const stream = `resolution-case-${anasCase}`;
const into = '0192a000-0000-7000-8000-000000000302';
const on = { safetyEventId: fallId } as const;

type Fact<T extends ResolutionCaseFact['type']> = Extract<ResolutionCaseFact, { type: T }>;
const when = (fact: ResolutionCaseFact) => automating(whenCaseMovesThenNoteIt).when(recorded(fact, { stream }));

const closed: Fact<'ResolutionCaseClosed'> = { type: 'ResolutionCaseClosed', data: { ...on, closedBy: rosa } };
const merged: Fact<'ResolutionCaseMerged'> = {
  type: 'ResolutionCaseMerged',
  data: { ...on, into, mergedAt: tenPastNine, mergedBy: rosa },
};
const transferred: Fact<'ResolutionCaseTransferred'> = {
  type: 'ResolutionCaseTransferred',
  data: {
    ...on,
    receiver: 'hospital',
    to: 'Lakeside',
    acceptedBy: { clear: 'Their chief medical officer' } as never,
    patientToldAt: tenPastNine,
    transferredAt: tenPastNine,
    transferredBy: rosa,
  },
};
const reopened: Fact<'ResolutionCaseReopened'> = {
  type: 'ResolutionCaseReopened',
  data: { ...on, cycle: 2, reason: 'patient_asks', reopenedAt: tenPastNine, reopenedBy: rosa },
};

describe('a case that ends (INV-07)', () => {
  it('is noted as closed, on every safety event whose case it was', () => {
    when(closed).thenSends((act) => [new NoteCaseEnd(fallId, { caseId: anasCase, end: 'closed' }, act())]);
    when({ ...closed, data: { ...closed.data, alsoOf: [laterId] } }).thenSends((act) =>
      [fallId, laterId].map((id) => new NoteCaseEnd(id, { caseId: anasCase, end: 'closed' }, act())),
    );
  });
  it('is noted as transferred', () =>
    when(transferred).thenSends((act) => [new NoteCaseEnd(fallId, { caseId: anasCase, end: 'transferred' }, act())]));
  it('by going on in another one leaves that one to keep the safety event open', () =>
    when(merged).thenSends((act) => [
      new LinkCase(fallId, { caseId: into, begun: true }, act()),
      new NoteCaseEnd(fallId, { caseId: anasCase, end: 'merged' }, act()),
    ]));
});

describe('a case that begins again', () => {
  it('is open on its safety event again', () =>
    when(reopened).thenSends((act) => [new LinkCase(fallId, { caseId: anasCase, begun: true }, act())]));
});
