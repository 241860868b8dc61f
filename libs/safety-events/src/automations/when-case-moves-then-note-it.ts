import { streamId } from '#kernel/core';
import { automation } from '#kernel/readers';
import type { ResolutionCaseFact } from '#resolution/contracts';
import { LinkCase } from '../commands/link-case/link-case.command.js';
import { NoteCaseDisclosure } from '../commands/note-case-disclosure/note-case-disclosure.command.js';
import { NoteCaseEnd } from '../commands/note-case-end/note-case-end.command.js';

/** What its rules have to know of a case is written into the safety event's own stream (INV-07). */
export const whenCaseMovesThenNoteIt = automation<ResolutionCaseFact>({
  name: 'safety-events.when-case-moves-then-note-it',
  version: 1,
  on: {
    ActivationRequested: ({ stream, data }, act) =>
      new LinkCase(data.safetyEventId, { caseId: streamId(stream) }, act()),
    InitialDisclosureHeld: ({ stream, data }, act) =>
      new NoteCaseDisclosure(data.safetyEventId, { caseId: streamId(stream) }, act()),
    ResolutionCaseClosed: ({ stream, data }, act) =>
      new NoteCaseEnd(data.safetyEventId, { caseId: streamId(stream), end: 'closed' }, act()),
    // A voided safety event takes nothing more, and has nothing to learn.
    ActivationWithdrawn: ({ stream, data }, act) =>
      data.reason === 'safety_event_voided'
        ? undefined
        : new NoteCaseEnd(data.safetyEventId, { caseId: streamId(stream), end: 'withdrawn' }, act()),
  },
});
