import { secret } from '#kernel/core';
import { deciding } from '#kernel/core/testing';
import { anaLinked, omar } from './follow-up.examples.js';
import { type SafetyEventCommand, safetyEventDecider } from './safety-event.decider.js';
import {
  ana,
  boardTold,
  caseClosedNoted,
  caseLinked,
  chiefsTold,
  closeFall,
  confirmFall,
  determineFall,
  disclosureNoted,
  fallClosed,
  fallConfirmed,
  fallEligible,
  fallIdentified,
  fallReported,
  fallTriaged,
  fallVoided,
  identifyFall,
  linkCase,
  nine,
  noteCaseClosed,
  noteDisclosure,
  reportFall,
  rosa,
  tellBoard,
  tenPastNine,
  triageFall,
  voidFall,
} from './safety-event.examples.js';

const { given } = deciding(safetyEventDecider);

const omarLinked = { type: 'PatientLinked', data: { patient: omar, facts: {}, linkedBy: rosa } } as const;

const told = (
  changes: Partial<Extract<SafetyEventCommand, { type: 'ReportSafetyEvent' }>['data']>,
): SafetyEventCommand => ({
  type: 'ReportSafetyEvent',
  data: { ...reportFall.data, ...changes },
});
const rated = (
  changes: Partial<Extract<SafetyEventCommand, { type: 'TriageSafetyEvent' }>['data']>,
): SafetyEventCommand => ({
  type: 'TriageSafetyEvent',
  data: { ...triageFall.data, ...changes },
});

describe('reporting a safety event', () => {
  it('reports', () => given().when(reportFall).then(fallReported));
  it('is refused twice for one stream', () =>
    given(fallReported).when(reportFall).thenRefused('safety-event/already-reported'));
  it('is refused with neither narrative nor category', () =>
    given()
      .when(told({ narrative: undefined, category: undefined }))
      .thenRefused('safety-event/nothing-told'));
  it.each(['near_miss', 'unsafe_condition'] as const)('is refused for a %s that harmed (INV-08)', (eventClass) =>
    given()
      .when(told({ eventClass, harmReported: 'mild' }))
      .thenRefused('safety-event/harm-without-incident'),
  );
  it('is refused for harm to nobody (INV-08)', () =>
    given()
      .when(told({ patientRef: undefined, harmReported: 'death' }))
      .thenRefused('safety-event/harm-to-nobody'));
  it('counts a harmed staff member as a person (INV-08)', () =>
    expect(
      safetyEventDecider.decide(told({ patientRef: undefined, harmed: 'staff', harmReported: 'severe' }), {
        status: 'none',
      }),
    ).toHaveLength(1));
});

describe('what else a report tells', () => {
  it('is kept, its words sealed', () =>
    given()
      .when(
        told({
          furtherCategories: ['device'],
          wentWell: 'The aide caught her arm.',
          confidentiality: 'open',
          flags: ['media'],
        }),
      )
      .then({
        ...fallReported,
        data: {
          ...fallReported.data,
          furtherCategories: ['device'],
          wentWell: secret('The aide caught her arm.'),
          confidentiality: 'open',
          flags: ['media'],
        },
      }));
  it('is followed by a receipt where a code was given out', () =>
    given()
      .when(told({ codeHash: 'aa11', reporter: undefined, confidentiality: 'anonymous' }))
      .then(
        { ...fallReported, data: { ...fallReported.data, reporter: undefined, confidentiality: 'anonymous' } },
        { type: 'ReportReceiptIssued', data: { codeHash: 'aa11' } },
      ));
  it('names no reporter where it is anonymous (INV-12)', () =>
    given()
      .when(told({ confidentiality: 'anonymous' }))
      .thenRefused('safety-event/anonymous-with-reporter'));
  it('is harm to the workforce where staff were harmed, and only there', () => {
    const workforce = { kind: 'violence_physical', daysAway: 2, oshaRecordable: 'yes' } as const;
    given()
      .when(told({ harmed: 'staff', category: 'workforce', workforce }))
      .then({ ...fallReported, data: { ...fallReported.data, harmed: 'staff', category: 'workforce', workforce } });
    given().when(told({ workforce })).thenRefused('safety-event/workforce-without-staff');
  });
  it.each(['blood', 'device', 'medication', 'surgery_anesthesia', 'workforce', 'other'] as const)(
    'calls a near miss %s',
    (category) =>
      given()
        .when(told({ eventClass: 'near_miss', category }))
        .then({ ...fallReported, data: { ...fallReported.data, eventClass: 'near_miss', category } }),
  );
  it.each([
    ['near_miss', 'fall'],
    ['near_miss', 'infection'],
    ['near_miss', 'perinatal'],
    ['near_miss', 'pressure_ulcer'],
    ['near_miss', 'venous_thromboembolism'],
    ['unsafe_condition', 'fall'],
    ['unsafe_condition', 'surgery_anesthesia'],
  ] as const)('does not call a %s %s (standards.md 1)', (eventClass, category) => {
    given().when(told({ eventClass, category })).thenRefused('safety-event/category-for-incidents');
    given()
      .when(told({ eventClass, category: 'other', furtherCategories: [category] }))
      .thenRefused('safety-event/category-for-incidents');
  });
  it('is taken with any category where it was told elsewhere first', () =>
    given()
      .when(told({ eventClass: 'near_miss', toldElsewhere: true }))
      .then({ ...fallReported, data: { ...fallReported.data, eventClass: 'near_miss' } }));
});

describe('the times of a report (INV-10)', () => {
  const exactly = (value: string) => ({ value, precision: 'exact' }) as const;
  it('are refused in the future', () =>
    given()
      .when(told({ eventAt: exactly('2026-03-02T09:10:00.001Z') }))
      .thenRefused('safety-event/in-the-future'));
  it('are refused when it was discovered after the report', () =>
    given()
      .when(told({ discoveredAt: exactly('2026-03-02T09:10:00.001Z') }))
      .thenRefused('safety-event/reported-before-discovery'));
  it('are refused when it was discovered before it happened', () =>
    given()
      .when(told({ eventAt: exactly(tenPastNine), discoveredAt: exactly(nine) }))
      .thenRefused('safety-event/discovered-before-it-happened'));
  it('may cross within their stated precision', () =>
    expect(
      safetyEventDecider.decide(
        told({ eventAt: { value: tenPastNine, precision: 'hour' }, discoveredAt: exactly(nine) }),
        { status: 'none' },
      ),
    ).toHaveLength(1));
});

describe('triage', () => {
  it('triages', () => given(fallReported).when(triageFall).then(fallTriaged));
  it('may correct the class', () =>
    given(fallReported)
      .when(rated({ eventClass: 'near_miss', type: 'other', harmSeverity: 'no_harm' }))
      .then({
        ...fallTriaged,
        data: { ...fallTriaged.data, eventClass: 'near_miss', type: 'other', harmSeverity: 'no_harm' },
      }));
  it('is refused where there is no report', () => given().when(triageFall).thenRefused('safety-event/not-found'));
  it('is refused twice', () =>
    given(fallReported, fallTriaged).when(triageFall).thenRefused('safety-event/already-triaged'));
  it.each(['sacActual', 'sacPotential'] as const)('is refused without %s for an incident', (sac) =>
    given(fallReported)
      .when(rated({ [sac]: undefined }))
      .thenRefused('safety-event/sac-missing'),
  );
  it('needs no SAC for an unsafe condition', () => {
    const event = { ...fallReported, data: { ...fallReported.data, eventClass: 'unsafe_condition' } } as const;
    const command = rated({ type: 'other', harmSeverity: 'no_harm', sacActual: undefined, sacPotential: undefined });
    expect(safetyEventDecider.decide(command, safetyEventDecider.evolve({ status: 'none' }, event))).toHaveLength(1);
  });
  it('is refused for a near miss that harmed (INV-08)', () =>
    given(fallReported)
      .when(rated({ eventClass: 'near_miss' }))
      .thenRefused('safety-event/harm-without-incident'));
  it('is refused for harm to nobody (INV-08)', () => {
    const { patientRef: _, ...nobody } = fallReported.data;
    given({ type: 'SafetyEventReported', data: nobody }).when(triageFall).thenRefused('safety-event/harm-to-nobody');
  });
  it.each([
    [{ patientRef: 'MRN-0042' }, { patientRef: secret('MRN-0042') }],
    [{ population: 'several_patients' }, { population: 'several_patients' }],
  ] as const)('may name whom the report did not name: %j', (named, kept) => {
    const { patientRef: _, ...nobody } = fallReported.data;
    const reported = { type: 'SafetyEventReported', data: nobody } as const;
    const triaged = { ...fallTriaged, data: { ...fallTriaged.data, ...kept } } as const;
    given(reported).when(rated(named)).then(triaged);
    given(reported, triaged).when(confirmFall).then(fallConfirmed);
  });
});

describe('confirming', () => {
  it('confirms', () => given(fallReported, fallTriaged).when(confirmFall).then(fallConfirmed));
  it.each(['death', 'severe'] as const)('calls %s serious', (harmSeverity) =>
    given(fallReported, { ...fallTriaged, data: { ...fallTriaged.data, harmSeverity } })
      .when(confirmFall)
      .then({ ...fallConfirmed, data: { ...fallConfirmed.data, serious: true } }),
  );
  it('calls serious what stands on a list', () =>
    given(fallReported, fallTriaged)
      .when({ type: 'ConfirmSafetyEvent', data: { ...confirmFall.data, lists: ['nqf'] } })
      .then({ ...fallConfirmed, data: { ...fallConfirmed.data, serious: true, lists: ['nqf'] } }));
  it('is refused before triage', () => given(fallReported).when(confirmFall).thenRefused('safety-event/not-triaged'));
  it('is refused twice', () =>
    given(fallReported, fallTriaged, fallConfirmed).when(confirmFall).thenRefused('safety-event/already-confirmed'));
  it.each([
    [{ patientRef: 'MRN-0042' }, { patientRef: secret('MRN-0042') }],
    [{ population: 'several_patients' }, { population: 'several_patients' }],
  ] as const)('may name whom nothing before has named: %j', (named, kept) => {
    const { patientRef: _, ...nobody } = fallReported.data;
    given(
      { type: 'SafetyEventReported', data: nobody },
      { ...fallTriaged, data: { ...fallTriaged.data, harmSeverity: 'no_harm' } },
    )
      .when({ type: 'ConfirmSafetyEvent', data: { ...confirmFall.data, ...named } })
      .then({ ...fallConfirmed, data: { ...fallConfirmed.data, ...kept } });
  });
  it('is refused while nobody is named', () => {
    const { patientRef: _, ...nobody } = fallReported.data;
    given(
      { type: 'SafetyEventReported', data: nobody },
      { ...fallTriaged, data: { ...fallTriaged.data, harmSeverity: 'no_harm' } },
    )
      .when(confirmFall)
      .thenRefused('safety-event/nobody-concerned');
  });
});

describe('closing', () => {
  it('closes', () => given(fallReported, fallTriaged, fallConfirmed).when(closeFall).then(fallClosed));
  it('is refused before it was confirmed', () =>
    given(fallReported, fallTriaged).when(closeFall).thenRefused('safety-event/not-confirmed'));
  it('is refused twice', () =>
    given(fallReported, fallTriaged, fallConfirmed, fallClosed)
      .when(closeFall)
      .thenRefused('safety-event/not-confirmed'));
});

describe('voiding', () => {
  it.each([
    ['reported', [fallReported]],
    ['triaged', [fallReported, fallTriaged]],
    ['confirmed', [fallReported, fallTriaged, fallConfirmed]],
    ['closed', [fallReported, fallTriaged, fallConfirmed, fallClosed]],
  ] as const)('voids what was %s', (_status, history) =>
    given(...history)
      .when(voidFall)
      .then(fallVoided),
  );
  it('ends the stream: nothing is taken after it (INV-03)', () => {
    for (const command of [triageFall, confirmFall, closeFall, voidFall])
      given(fallReported, fallVoided).when(command).thenRefused('safety-event/voided');
    given(fallReported, fallVoided).when(reportFall).thenRefused('safety-event/already-reported');
  });
});

describe('identifying a CANDOR event', () => {
  it('is legal from the report on: the clocks of the first hour cannot wait', () =>
    given(fallReported).when(identifyFall).then(fallIdentified));
  it('is refused twice', () =>
    given(fallReported, fallIdentified).when(identifyFall).thenRefused('safety-event/already-identified'));
  it.each([{ eventClass: 'near_miss' }, { harmed: 'staff' }] as const)(
    'is refused where no patient was harmed: %j',
    (changes) =>
      given({ ...fallReported, data: { ...fallReported.data, ...changes } })
        .when(identifyFall)
        .thenRefused('safety-event/no-patient-harmed'),
  );
  it('is refused before it happened', () =>
    given(fallReported)
      .when({ ...identifyFall, data: { ...identifyFall.data, at: '2026-03-02T08:58:59.999Z' } })
      .thenRefused('safety-event/before-it-happened'));
});

describe('determining eligibility for communication and resolution', () => {
  const override = (eligible: boolean): SafetyEventCommand => ({
    ...determineFall,
    data: { ...determineFall.data, override: { eligible, reason: 'patient_request' } },
  });
  const mild = { ...fallTriaged, data: { ...fallTriaged.data, harmSeverity: 'mild' } } as const;
  const notEligible = { ...fallEligible, data: { ...fallEligible.data, eligible: false } } as const;
  const overridden = { rule: 'override', overrideReason: 'patient_request' } as const;

  it('needs the identification', () =>
    given(fallReported).when(determineFall).thenRefused('safety-event/not-identified'));
  it('finds moderate harm eligible by the rule', () =>
    given(fallReported, fallIdentified, fallTriaged).when(determineFall).then(fallEligible));
  it('finds harm that nobody rated yet not eligible by the rule', () =>
    given(fallReported, fallIdentified).when(determineFall).then(notEligible));
  it('goes by the harm as reported until it is rated', () =>
    given({ ...fallReported, data: { ...fallReported.data, harmReported: 'severe' } }, fallIdentified)
      .when(determineFall)
      .then(fallEligible));
  it('lets a reviewer decide otherwise, with the reason', () =>
    given(fallReported, mild, fallIdentified)
      .when(override(true))
      .then({ ...fallEligible, data: { ...fallEligible.data, ...overridden } }));
  it('refuses an override that changes nothing', () =>
    given(fallReported, fallTriaged, fallIdentified)
      .when(override(true))
      .thenRefused('safety-event/override-changes-nothing'));
  it('says nothing new where the answer is the same', () =>
    given(fallReported, fallTriaged, fallIdentified, fallEligible).when(determineFall).then());
  it('keeps the patient’s id when it is determined anew', () =>
    given(fallReported, fallIdentified, notEligible, fallTriaged)
      .when({ ...determineFall, data: { ...determineFall.data, first: rosa } })
      .then(fallEligible));
  it('is each patient’s own: one case each (domain.md 8.16)', () => {
    const omars = { ...fallEligible, data: { ...fallEligible.data, patient: omar } } as const;
    const both = [fallReported, fallTriaged, fallIdentified, anaLinked, omarLinked] as const;
    given(...both)
      .when(determineFall)
      .then(fallEligible, omars);
    given(...both, fallEligible)
      .when({ ...determineFall, data: { ...determineFall.data, patient: omar } })
      .then(omars);
    given(...both, fallEligible, omars, { ...caseLinked, data: { ...caseLinked.data, patient: ana } })
      .when({ ...override(false), data: { ...override(false).data, patient: omar } } as SafetyEventCommand)
      .then({ ...omars, data: { ...omars.data, ...overridden, eligible: false } });
    given(...both)
      .when({ ...determineFall, data: { ...determineFall.data, patient: rosa } })
      .thenRefused('safety-event/unknown-patient');
  });
  it('follows for a patient of whom it is said once it was found eligible by the rule, and not by an override', () => {
    const link = { type: 'LinkPatient', data: { facts: {}, ids: { first: ana, further: omar }, by: rosa } } as const;
    const omars = { ...fallEligible, data: { ...fallEligible.data, patient: omar } } as const;
    given(fallReported, fallTriaged, fallIdentified, fallEligible, anaLinked).when(link).then(omarLinked, omars);
    given(fallReported, fallTriaged, fallIdentified, fallEligible)
      .when(link)
      .then({ ...omarLinked, data: { ...omarLinked.data, patient: ana } });
    given(
      fallReported,
      mild,
      fallIdentified,
      { ...fallEligible, data: { ...fallEligible.data, ...overridden } },
      anaLinked,
    )
      .when(link)
      .then(omarLinked);
  });
  it('keeps it open while a case of another patient is still to be asked for', () => {
    const omars = { ...fallEligible, data: { ...fallEligible.data, patient: omar } } as const;
    given(
      fallReported,
      fallTriaged,
      fallIdentified,
      fallEligible,
      omars,
      fallConfirmed,
      {
        ...caseLinked,
        data: { ...caseLinked.data, patient: ana },
      },
      caseClosedNoted,
    )
      .when(closeFall)
      .thenRefused('safety-event/case-open');
  });
  it('is taken back with all of its patients where it is voided', () =>
    given(...[fallReported, fallTriaged, fallIdentified, fallEligible], {
      ...fallEligible,
      data: { ...fallEligible.data, patient: omar },
    })
      .when(voidFall)
      .then({ ...fallVoided, data: { ...fallVoided.data, patients: [ana, omar] } }));
  it('is taken back as long as a case is only asked for, and not once it has its team (domain.md 8.16)', () => {
    const askedFor = { ...caseLinked, data: { ...caseLinked.data, begun: false } } as const;
    const begun = { ...caseLinked, data: { ...caseLinked.data, begun: true } } as const;
    const eligible = [fallReported, fallTriaged, fallIdentified, fallEligible] as const;
    const asked = [...eligible, askedFor] as const;
    given(...eligible, caseLinked) // of older ones it is not said
      .when(override(false))
      .thenRefused('safety-event/case-open');
    given(...asked)
      .when(override(false))
      .then({ ...fallEligible, data: { ...fallEligible.data, ...overridden, eligible: false } });
    given(...asked, begun)
      .when(override(false))
      .thenRefused('safety-event/case-open');
  });
});

describe('telling leaders', () => {
  const serious = { ...fallConfirmed, data: { ...fallConfirmed.data, serious: true } } as const;
  it('tells one group at a time', () => given(fallReported, fallTriaged, serious).when(tellBoard).then(boardTold));
  it('needs the confirmation', () =>
    given(fallReported, fallTriaged).when(tellBoard).thenRefused('safety-event/not-confirmed'));
  it('is for serious safety events', () =>
    given(fallReported, fallTriaged, fallConfirmed).when(tellBoard).thenRefused('safety-event/not-serious'));
  it.each([[[]], [[boardTold]], [[chiefsTold]]])(
    'a serious one is not closed before both heard of it (INV-09): %#',
    (told) =>
      given(fallReported, fallTriaged, serious, ...told)
        .when(closeFall)
        .thenRefused('safety-event/leaders-not-told'),
  );
  it('a serious one is closed when both have', () =>
    given(fallReported, fallTriaged, serious, boardTold, chiefsTold).when(closeFall).then(fallClosed));
});

describe('a resolution case on it', () => {
  const other = '0192a000-0000-7000-8000-000000000302';
  it.each([linkCase, noteDisclosure, noteCaseClosed])('is no more noted once it was voided: $type', (command) =>
    given(fallReported, fallVoided).when(command).thenNothing(),
  );
  const eligible = [fallReported, fallTriaged, fallIdentified, fallEligible, fallConfirmed] as const;
  it('is linked once', () => {
    given(...eligible)
      .when(linkCase)
      .then(caseLinked);
    given(...eligible, caseLinked)
      .when(linkCase)
      .then();
  });
  it('is told of with those that are open beside it, and with none that ended', () => {
    const another = { type: 'CaseLinked', data: { caseId: other } } as const;
    given(...eligible, another)
      .when(linkCase)
      .then({ ...caseLinked, data: { ...caseLinked.data, beside: [other] } });
    given(...eligible, another, { type: 'CaseEndNoted', data: { caseId: other, end: 'withdrawn' } })
      .when(linkCase)
      .then(caseLinked);
  });
  it('is linked again when it has its team, once', () => {
    const begins = { ...linkCase, data: { ...linkCase.data, begun: true } } as const;
    const begun = { ...caseLinked, data: { ...caseLinked.data, begun: true } } as const;
    given(...eligible, { ...caseLinked, data: { ...caseLinked.data, begun: false } })
      .when(begins)
      .then(begun);
    given(...eligible, caseLinked, begun)
      .when(begins)
      .then();
  });
  it('is linked again when it was opened again', () =>
    given(...eligible, caseLinked, caseClosedNoted)
      .when(linkCase)
      .then(caseLinked));
  it.each(['transferred', 'merged'] as const)('ends as %s, and then it may be closed', (end) => {
    const noted = { type: 'CaseEndNoted', data: { ...noteCaseClosed.data, end } } as const;
    given(...eligible, caseLinked)
      .when({ type: 'NoteCaseEnd', data: noted.data })
      .then(noted);
    given(...eligible, caseLinked, noted)
      .when(closeFall)
      .then(fallClosed);
  });
  it('keeps it open (INV-07), from the determination on', () => {
    given(...eligible)
      .when(closeFall)
      .thenRefused('safety-event/case-open');
    given(...eligible, caseLinked)
      .when(closeFall)
      .thenRefused('safety-event/case-open');
  });
  it('ends once, and then it may be closed', () => {
    given(...eligible, caseLinked)
      .when(noteCaseClosed)
      .then(caseClosedNoted);
    given(...eligible, caseLinked, caseClosedNoted)
      .when(noteCaseClosed)
      .then();
    given(...eligible, caseLinked, caseClosedNoted)
      .when(closeFall)
      .then(fallClosed);
  });
  it('that was told of keeps it from being voided', () => {
    given(...eligible, caseLinked)
      .when(noteDisclosure)
      .then(disclosureNoted);
    given(...eligible, caseLinked, disclosureNoted)
      .when(noteDisclosure)
      .then();
    given(...eligible, caseLinked, disclosureNoted)
      .when(voidFall)
      .thenRefused('safety-event/disclosed');
    given(...eligible, caseLinked)
      .when(voidFall)
      .then({ ...fallVoided, data: { ...fallVoided.data, patients: [ana] } });
  });
});
