import { secret } from '#kernel/core';
import { deciding } from '#kernel/core/testing';
import { type SafetyEventCommand, safetyEventDecider } from './safety-event.decider.js';
import {
  closeFall,
  confirmFall,
  fallClosed,
  fallConfirmed,
  fallReported,
  fallTriaged,
  fallVoided,
  nine,
  reportFall,
  tenPastNine,
  triageFall,
  voidFall,
} from './safety-event.examples.js';

const { given } = deciding(safetyEventDecider);

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
      .when(rated({ eventClass: 'near_miss', harmSeverity: 'no_harm' }))
      .then({ ...fallTriaged, data: { ...fallTriaged.data, eventClass: 'near_miss', harmSeverity: 'no_harm' } }));
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
    const command = rated({ harmSeverity: 'no_harm', sacActual: undefined, sacPotential: undefined });
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
