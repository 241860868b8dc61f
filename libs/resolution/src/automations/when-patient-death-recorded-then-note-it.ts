import { streamId } from '#kernel/core';
import { automation } from '#kernel/readers';
import type { SafetyEventFact } from '#safety-events/contracts';
import { NotePatientDeath } from '../commands/note-patient-death/note-patient-death.command.js';
import { caseOf } from './case-of.js';

/**
 * A patient's death asks anew who decides in their case (domain.md 8.15, process 7), whether the case was there before the
 * death or comes after it. The case knows whose it is: of the others that a safety event harmed it takes nothing.
 */
export const whenPatientDeathRecordedThenNoteIt = automation<SafetyEventFact>({
  name: 'resolution.when-patient-death-recorded-then-note-it',
  version: 1,
  on: {
    PatientDeathRecorded: ({ org, stream, data: { patient } }, act) =>
      new NotePatientDeath(caseOf(org, streamId(stream), patient), { patient }, act()),
    CaseLinked: ({ data: { caseId, died = [] } }, act) =>
      died.map((patient) => new NotePatientDeath(caseId, { patient }, act())),
  },
});
