import { type Recorded, streamId } from '#kernel/core';
import { type Act, automation } from '#kernel/readers';
import type { ResolutionCaseFact } from '#resolution/contracts';
import { LinkCase } from '../commands/link-case/link-case.command.js';
import { NoteCaseDisclosure } from '../commands/note-case-disclosure/note-case-disclosure.command.js';
import { NoteCaseEnd } from '../commands/note-case-end/note-case-end.command.js';

/** The safety event of a case, and those whose cases went on in it. */
const concerned = ({ safetyEventId, alsoOf = [] }: { safetyEventId: string; alsoOf?: readonly string[] }) => [
  safetyEventId,
  ...alsoOf,
];

/** However the patient came to know of it first: what was told of is not voided any more. */
const noteDisclosure = ({ stream, data }: Recorded<ResolutionCaseFact>, act: Act) =>
  new NoteCaseDisclosure(data.safetyEventId, { caseId: streamId(stream) }, act());

/** What its rules have to know of a case is written into the safety event's own stream (INV-07). */
export const whenCaseMovesThenNoteIt = automation<ResolutionCaseFact>({
  name: 'safety-events.when-case-moves-then-note-it',
  version: 1,
  on: {
    ActivationRequested: ({ stream, data }, act) =>
      new LinkCase(data.safetyEventId, { caseId: streamId(stream), patient: data.patient, begun: false }, act()),
    ResponseTeamActivated: ({ stream, data }, act) =>
      new LinkCase(data.safetyEventId, { caseId: streamId(stream), patient: data.patient, begun: true }, act()),
    InitialDisclosureHeld: noteDisclosure,
    FollowUpCommunicationHeld: noteDisclosure,
    FindingsSharedWithPatient: noteDisclosure,
    ReasonableCareExplained: noteDisclosure,
    StatutoryDisclosureSent: noteDisclosure,
    CandorNoticeSent: noteDisclosure,
    OfferMade: noteDisclosure,
    ResolutionCaseClosed: ({ stream, data }, act) =>
      concerned(data).map((id) => new NoteCaseEnd(id, { caseId: streamId(stream), end: 'closed' }, act())),
    ResolutionCaseTransferred: ({ stream, data }, act) =>
      concerned(data).map((id) => new NoteCaseEnd(id, { caseId: streamId(stream), end: 'transferred' }, act())),
    // The one that goes on counts before the one that does not ceases to: it is never closed in between.
    ResolutionCaseMerged: ({ stream, data }, act) =>
      concerned(data).flatMap((id) => [
        new LinkCase(id, { caseId: data.into, begun: true }, act()),
        new NoteCaseEnd(id, { caseId: streamId(stream), end: 'merged' }, act()),
      ]),
    ResolutionCaseReopened: ({ stream, data }, act) =>
      concerned(data).map((id) => new LinkCase(id, { caseId: streamId(stream), begun: true }, act())),
    // A voided safety event takes nothing more, and has nothing to learn.
    ActivationWithdrawn: ({ stream, data }, act) =>
      data.reason === 'safety_event_voided'
        ? undefined
        : new NoteCaseEnd(data.safetyEventId, { caseId: streamId(stream), end: 'withdrawn' }, act()),
  },
});
