import { automation } from '#kernel/readers';
import type { SafetyEventFact } from '#safety-events/contracts';
import { NoteInvolvedStaff } from '../commands/note-involved-staff/note-involved-staff.command.js';

/**
 * Who was involved in the harm is never its liaison (domain.md 8.8). A case that is there hears of each; one that comes
 * later hears of all of them when its safety event has written down that it is there, so that none is missed between.
 */
export const whenInvolvedStaffIdentifiedThenNoteThem = automation<SafetyEventFact>({
  name: 'resolution.when-involved-staff-identified-then-note-them',
  version: 1,
  on: {
    InvolvedStaffIdentified: ({ data: { staff, cases = [] } }, act) =>
      cases.map((id) => new NoteInvolvedStaff(id, { staff: [staff] }, act())),
    CaseLinked: ({ data: { caseId, involvedStaff } }, act) =>
      involvedStaff && new NoteInvolvedStaff(caseId, { staff: involvedStaff }, act()),
  },
});
