import { secret } from '#kernel/core';
import { deciding } from '#kernel/core/testing';
import {
  absorbed,
  addByRosa,
  anaLinked,
  askReporter,
  assignOmar,
  changed,
  correctTime,
  giveFeedback,
  happened,
  involveOmar,
  linkAna,
  merged,
  omar,
  recordDeath,
  recordPso,
  sequester,
} from './follow-up.examples.js';
import { safetyEventDecider } from './safety-event.decider.js';
import {
  ana,
  caseLinked,
  fallIdentified,
  fallReported,
  fallTriaged,
  fallVoided,
  linkCase,
  rosa,
  tenPastNine,
} from './safety-event.examples.js';

const { given } = deciding(safetyEventDecider);
const CODE = 'aa11';
const byCode = { codeHash: CODE };
const holder = { as: 'holder', codeHash: CODE } as const;
const stranger = { as: 'reporter', by: omar } as const;
const words = secret(addByRosa.data.words);

describe('an addendum', () => {
  it('is written by the reporter, by staff, or by whoever holds the code', () => {
    given(fallReported)
      .when(addByRosa)
      .then({ type: 'AddendumWritten', data: { words, author: 'reporter', writtenBy: rosa } });
    given(fallReported)
      .when(changed(addByRosa, { writer: { as: 'staff', by: omar } }))
      .then({ type: 'AddendumWritten', data: { words, author: 'staff', writtenBy: omar } });
    given(fallReported)
      .when(changed(addByRosa, { writer: holder, of: byCode }))
      .then({ type: 'AddendumWritten', data: { words, author: 'reporter_by_code' } });
  });
  it.each([
    ['another reporter', stranger, { reporter: rosa }],
    ['another code', { as: 'holder', codeHash: 'bb22' }, byCode],
    ['a code where none was given', holder, { reporter: rosa }],
    ['a reporter of what is anonymous (INV-12)', { as: 'reporter', by: rosa }, byCode],
    ['a reporter of what nobody is known of', { as: 'reporter', by: rosa }, {}],
  ] as const)('by %s reads as if there were no such safety event, whatever became of it', (_, writer, of) => {
    for (const history of [[fallReported], [fallReported, merged], [fallReported, fallVoided], []])
      given(...history)
        .when(changed(addByRosa, { writer, of }))
        .thenRefused('safety-event/not-found');
  });
  it('by the reporter is told what became of it', () => {
    given(fallReported, merged).when(addByRosa).thenRefused('safety-event/merged');
    given(fallReported, fallVoided).when(addByRosa).thenRefused('safety-event/voided');
  });
});

describe('a message', () => {
  const said = secret('Was the sign out?');
  const asked = { direction: 'to_reporter', words: said, writtenBy: omar } as const;
  it('goes to the reporter where they sign in, or under their code', () => {
    given(fallReported)
      .when(askReporter)
      .then({ type: 'ReporterMessageExchanged', data: { ...asked, channel: 'in_app' } });
    given(fallReported)
      .when(changed(askReporter, { of: byCode }))
      .then({ type: 'ReporterMessageExchanged', data: { ...asked, channel: 'tracking_code' } });
    given(fallReported)
      .when(changed(askReporter, { channel: 'phone' }))
      .then({ type: 'ReporterMessageExchanged', data: { ...asked, channel: 'phone' } });
  });
  it('comes from them the same way, and names nobody who is not known', () => {
    given(fallReported)
      .when(changed(askReporter, { writer: { as: 'reporter', by: rosa } }))
      .then({
        type: 'ReporterMessageExchanged',
        data: { direction: 'from_reporter', words: said, channel: 'in_app', writtenBy: rosa },
      });
    given(fallReported)
      .when(changed(askReporter, { writer: holder, of: byCode }))
      .then({
        type: 'ReporterMessageExchanged',
        data: { direction: 'from_reporter', words: said, channel: 'tracking_code' },
      });
  });
  it('is refused to nobody, and from strangers', () => {
    given(fallReported)
      .when(changed(askReporter, { of: {} }))
      .thenRefused('safety-event/nobody-to-reach');
    given(fallReported)
      .when(changed(askReporter, { writer: stranger }))
      .thenRefused('safety-event/not-found');
  });
});

describe('feedback to whoever reported (PSSM 4A)', () => {
  const { at: _at, by: _by, of: _of, summary, ...told } = giveFeedback.data;
  const given1 = {
    type: 'ReporterFeedbackGiven',
    data: { ...told, summary: secret(summary), givenAt: tenPastNine, givenBy: omar },
  } as const;
  it('is given, to those of merged reports too', () => {
    given(fallReported).when(giveFeedback).then(given1);
    given(fallReported)
      .when(changed(giveFeedback, { of: byCode }))
      .then(given1);
    given(fallReported, absorbed)
      .when(changed(giveFeedback, { of: {} }))
      .then(given1);
  });
  it('is refused to nobody, and before it happened', () => {
    given(fallReported)
      .when(changed(giveFeedback, { of: {} }))
      .thenRefused('safety-event/nobody-to-reach');
    given(fallReported)
      .when(changed(giveFeedback, { at: '2026-03-01T09:00:00.000Z' }))
      .thenRefused('safety-event/before-it-happened');
  });
});

describe('patients', () => {
  const linked = {
    ...anaLinked,
    data: { patient: ana, patientRef: secret('MRN-0042'), facts: linkAna.data.facts, linkedBy: rosa },
  } as const;
  it('are linked, the first by the id that its case knows', () => {
    given(fallReported)
      .when(linkAna)
      .then(linked as never);
    given(fallReported, anaLinked)
      .when(linkAna)
      .then({ ...linked, data: { ...linked.data, patient: omar } } as never);
  });
  it('are told more of, one by one', () => {
    given(fallReported, anaLinked)
      .when(changed(linkAna, { patient: ana }))
      .then(linked as never);
    given(fallReported)
      .when(changed(linkAna, { patient: ana }))
      .thenRefused('safety-event/unknown-patient');
  });
  it('that were linked count as persons harmed (INV-08)', () => {
    const { patientRef: _ref, ...nobody } = fallReported.data;
    given({ type: 'SafetyEventReported', data: nobody }, anaLinked)
      .when({
        type: 'TriageSafetyEvent',
        data: {
          type: 'fall',
          harmSeverity: 'moderate',
          sacActual: 2,
          sacPotential: 3,
          route: 'local_review',
          patient: ana,
          at: tenPastNine,
          by: rosa,
        },
      })
      .then(fallTriaged);
  });
  it('die once, and not in the future', () => {
    const { at: _at, by: _by, ...told } = recordDeath.data;
    const died = { type: 'PatientDeathRecorded', data: { ...told, recordedBy: rosa } } as const;
    given(fallReported, anaLinked).when(recordDeath).then(died);
    given(fallReported, anaLinked, died).when(recordDeath).thenRefused('safety-event/death-already-recorded');
    given(fallReported, anaLinked, died)
      .when(linkCase)
      .then({ ...caseLinked, data: { ...caseLinked.data, died: [told.patient] } });
    given(fallReported).when(recordDeath).thenRefused('safety-event/unknown-patient');
    given(fallReported, anaLinked)
      .when(changed(recordDeath, { diedAt: { value: '2026-03-02T09:10:00.001Z', precision: 'exact' } }))
      .thenRefused('safety-event/in-the-future');
  });
});

describe('those who work on it', () => {
  const identified = {
    type: 'InvolvedStaffIdentified',
    data: { staff: omar, involvement: 'witness', identifiedAt: tenPastNine, identifiedBy: rosa },
  } as const;
  it('are identified as involved once', () => {
    given(fallReported).when(involveOmar).then(identified);
    given(fallReported, identified).when(involveOmar).thenNothing();
    given(fallReported, identified)
      .when(changed(involveOmar, { involvement: 'harmed' }))
      .thenRefused('safety-event/already-involved');
  });
  it('are told of to the cases on it: to those that are there, and to one that comes', () => {
    given(fallReported, caseLinked)
      .when(involveOmar)
      .then({ ...identified, data: { ...identified.data, cases: [caseLinked.data.caseId] } });
    given(fallReported, identified)
      .when(linkCase)
      .then({ ...caseLinked, data: { ...caseLinked.data, involvedStaff: [omar] } });
  });
  it('are assigned once', () => {
    const assigned = { type: 'SafetyEventAssigned', data: { owner: omar, assignedBy: rosa } } as const;
    given(fallReported).when(assignOmar).then(assigned);
    given(fallReported, assigned).when(assignOmar).thenNothing();
    given(fallReported, assigned)
      .when(changed(assignOmar, { owner: rosa }))
      .then({ ...assigned, data: { ...assigned.data, owner: rosa } });
  });
});

it('evidence is sequestered, not before it happened', () => {
  const { at: _at, by: _by, description = '', ...told } = sequester.data;
  given(fallReported)
    .when(sequester)
    .then({
      type: 'EvidenceSequestered',
      data: { ...told, description: secret(description), sequesteredAt: tenPastNine, sequesteredBy: rosa },
    });
  given(fallReported)
    .when(changed(sequester, { at: '2026-03-01T09:00:00.000Z' }))
    .thenRefused('safety-event/before-it-happened');
});

it('what a patient safety organization was given is recorded', () => {
  const { at: _at, by: _by, ...told } = recordPso.data;
  given(fallReported)
    .when(recordPso)
    .then({ type: 'PsoSubmissionRecorded', data: { ...told, submittedAt: tenPastNine, submittedBy: rosa } });
});

describe('a correction', () => {
  const why = secret(correctTime.data.why);
  const { eventAt } = fallReported.data;
  it('says what was told and what is told now', () =>
    given(fallReported)
      .when(correctTime)
      .then({
        type: 'SafetyEventCorrected',
        data: { old: { eventAt }, new: correctTime.data.new, why, correctedBy: rosa },
      }));
  it('counts for the next one', () => {
    const corrected = {
      type: 'SafetyEventCorrected',
      data: { old: { eventAt }, new: correctTime.data.new, why, correctedBy: rosa },
    } as const;
    given(fallReported, corrected).when(correctTime).thenRefused('safety-event/nothing-corrected');
    given(fallReported, corrected)
      .when(changed(correctTime, { new: { eventAt } }))
      .then({ ...corrected, data: { ...corrected.data, old: correctTime.data.new, new: { eventAt } } });
  });
  const exactly = (value: string) => ({ value, precision: 'exact' }) as const;
  it.each([
    ['to what never was told', { unitId: omar, category: 'other' }, { category: 'fall' }],
    ['of whom it harmed', { harmed: 'visitor' }, { harmed: 'patient' }],
  ] as const)('is made %s', (_, told, old) =>
    given(fallReported)
      .when(changed(correctTime, { new: told }))
      .then({ type: 'SafetyEventCorrected', data: { old, new: told, why, correctedBy: rosa } }),
  );
  it.each([
    ['of nothing', {}, 'nothing-corrected'],
    ['to the same', { category: 'fall', eventAt: { ...eventAt } }, 'nothing-corrected'],
    ['to after the report (INV-10)', { eventAt: exactly('2026-03-02T09:10:00.001Z') }, 'in-the-future'],
    [
      'to a discovery after the report (INV-10)',
      { discoveredAt: exactly('2026-03-02T09:10:00.001Z') },
      'reported-before-discovery',
    ],
    [
      'to after its discovery (INV-10)',
      { eventAt: exactly('2026-03-02T09:05:00.000Z') },
      'discovered-before-it-happened',
    ],
  ] as const)('is refused %s', (_, told, code) =>
    given(happened(fallReported, tenPastNine))
      .when(changed(correctTime, { new: told }))
      .thenRefused(`safety-event/${code}`),
  );
  it('is refused where the harm would be nobody’s (INV-08)', () => {
    const { patientRef: _ref, ...nobody } = fallReported.data;
    given({ type: 'SafetyEventReported', data: { ...nobody, harmed: 'staff', harmReported: 'mild' } })
      .when(changed(correctTime, { new: { harmed: 'none' } }))
      .thenRefused('safety-event/harm-to-nobody');
  });
  it('is refused against what was identified', () => {
    given(fallReported, fallIdentified)
      .when(changed(correctTime, { new: { harmed: 'staff' } }))
      .thenRefused('safety-event/no-patient-harmed');
    const late = { ...fallReported, data: { ...fallReported.data, discoveredAt: exactly('2026-03-02T10:00:00.000Z') } };
    given(happened(late, '2026-03-02T10:00:00.000Z'), fallIdentified)
      .when(changed(correctTime, { new: { eventAt: exactly('2026-03-02T09:30:00.000Z') } }))
      .thenRefused('safety-event/before-it-happened');
  });
  it('is refused to a category that a near miss has not got', () =>
    given({ ...fallReported, data: { ...fallReported.data, eventClass: 'near_miss', category: 'other' } })
      .when(changed(correctTime, { new: { category: 'fall' } }))
      .thenRefused('safety-event/category-for-incidents'));
});
