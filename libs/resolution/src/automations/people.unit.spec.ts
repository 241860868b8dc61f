import { automating, recorded } from '#kernel/readers/testing';
import type { SafetyEventFact } from '#safety-events/contracts';
import { NoteInvolvedStaff } from '../commands/note-involved-staff/note-involved-staff.command.js';
import { NotePatientDeath } from '../commands/note-patient-death/note-patient-death.command.js';
import { ana, mia, omar, ten } from '../resolution-case/people.examples.js';
import { activated, rosa } from '../resolution-case/resolution-case.examples.js';
import { caseOf } from './case-of.js';
import { whenInvolvedStaffIdentifiedThenNoteThem } from './when-involved-staff-identified-then-note-them.js';
import { whenPatientDeathRecordedThenNoteIt } from './when-patient-death-recorded-then-note-it.js';

type Fact<T extends SafetyEventFact['type']> = Extract<SafetyEventFact, { type: T }>;

const { safetyEventId } = activated.data;
const [anasCase, lunasCase] = ['0192a000-0000-7000-8000-000000000201', '0192a000-0000-7000-8000-000000000202'];
const luna = '0192a000-0000-7000-8000-000000000043';
const of = <F extends SafetyEventFact>(fact: F) => recorded(fact, { stream: `safety-event-${safetyEventId}` });
const linked = (more: Partial<Fact<'CaseLinked'>['data']> = {}): Fact<'CaseLinked'> => ({
  type: 'CaseLinked',
  data: { caseId: anasCase, ...more },
});

describe('who was involved in the harm', () => {
  const identified = (cases?: readonly string[]): Fact<'InvolvedStaffIdentified'> => ({
    type: 'InvolvedStaffIdentified',
    data: {
      staff: omar,
      involvement: 'cared_for_patient',
      identifiedAt: ten,
      identifiedBy: rosa,
      ...(cases && { cases }),
    },
  });
  it('is told to every case that is there', () =>
    automating(whenInvolvedStaffIdentifiedThenNoteThem)
      .when(of(identified([anasCase, lunasCase])))
      .thenSends((act) => [anasCase, lunasCase].map((id) => new NoteInvolvedStaff(id, { staff: [omar] }, act()))));
  it('is told to none where there is none', () =>
    automating(whenInvolvedStaffIdentifiedThenNoteThem).when(of(identified())).thenNothing());
  it('is told to a case that comes later', () => {
    automating(whenInvolvedStaffIdentifiedThenNoteThem)
      .when(of(linked({ involvedStaff: [omar, mia] })))
      .thenSends((act) => [new NoteInvolvedStaff(anasCase, { staff: [omar, mia] }, act())]);
    automating(whenInvolvedStaffIdentifiedThenNoteThem).when(of(linked())).thenNothing();
  });
});

describe('a patient’s death', () => {
  it('is told to the case of that patient', () => {
    const died: Fact<'PatientDeathRecorded'> = {
      type: 'PatientDeathRecorded',
      data: { patient: ana, diedAt: { value: ten, precision: 'minute' }, source: 'clinical_record', recordedBy: rosa },
    };
    const event = of(died);
    automating(whenPatientDeathRecordedThenNoteIt)
      .when(event)
      .thenSends((act) => [new NotePatientDeath(caseOf(event.org, safetyEventId, ana), { patient: ana }, act())]);
  });
  it('is told to a case that comes later, of each who died: the case knows whose it is', () =>
    automating(whenPatientDeathRecordedThenNoteIt)
      .when(of(linked({ died: [ana, luna] })))
      .thenSends((act) => [ana, luna].map((patient) => new NotePatientDeath(anasCase, { patient }, act()))));
});
