import { secret } from '#kernel/core';
import { deciding } from '#kernel/core/testing';
import { assessSevere, changed, omar, requireReview, reviewRequired } from './follow-up.examples.js';
import { safetyEventDecider } from './safety-event.decider.js';
import {
  ana,
  caseLinked,
  fallEligible,
  fallIdentified,
  fallReported,
  fallTriaged,
  rosa,
  tenPastNine,
  triageFall,
} from './safety-event.examples.js';

const { given } = deciding(safetyEventDecider);
const rated = (harmSeverity: 'mild' | 'moderate' | 'severe' | 'unknown') =>
  ({ ...fallTriaged, data: { ...fallTriaged.data, harmSeverity } }) as const;
const notEligible = { ...fallEligible, data: { ...fallEligible.data, eligible: false } } as const;
const assessedSevere = {
  type: 'HarmSeverityAssessed',
  data: { to: 'severe', basis: 'examination', duration: 'permanent', timing: 'after_3d', assessedBy: rosa },
} as const;
const from = (harm: 'mild' | 'moderate' | 'severe' | 'unknown') =>
  ({ ...assessedSevere, data: { ...assessedSevere.data, from: harm } }) as const;

describe('rating harm anew', () => {
  it('stands beside the rating before', () =>
    given(fallReported, fallTriaged).when(assessSevere).then(from('moderate')));
  it('has none before it where only the reporter has said something', () =>
    given({ ...fallReported, data: { ...fallReported.data, harmReported: 'mild' } })
      .when(changed(assessSevere, { rationale: 'The X-ray.' }))
      .then({ ...assessedSevere, data: { ...assessedSevere.data, rationale: secret('The X-ray.') } }));
  it('counts for what comes after', () =>
    given(fallReported, fallTriaged, assessedSevere).when(assessSevere).then(from('severe')));
  it.each(['near_miss', 'unsafe_condition'] as const)('is refused for a %s (INV-08)', (eventClass) =>
    given({ ...fallReported, data: { ...fallReported.data, eventClass } })
      .when(assessSevere)
      .thenRefused('safety-event/harm-without-incident'),
  );
  it('is refused for harm to nobody (INV-08)', () => {
    const { patientRef: _ref, ...nobody } = fallReported.data;
    given({ type: 'SafetyEventReported', data: nobody }).when(assessSevere).thenRefused('safety-event/harm-to-nobody');
  });
});

describe('rating harm upward', () => {
  it.each([['mild'], ['unknown']] as const)('from %s makes what was identified eligible (8.15 no. 8)', (harm) =>
    given(fallReported, rated(harm), fallIdentified).when(assessSevere).then(from(harm), fallEligible),
  );
  it('makes eligible what was found not to be', () =>
    given(fallReported, rated('mild'), fallIdentified, notEligible)
      .when(changed(assessSevere, { patient: omar }))
      .then(from('mild'), fallEligible));
  it('says nothing of eligibility where nothing was identified, or where it is eligible already', () => {
    given(fallReported, rated('mild')).when(assessSevere).then(from('mild'));
    given(fallReported, rated('moderate'), fallIdentified, fallEligible).when(assessSevere).then(from('moderate'));
  });
  it('to mild is not enough', () =>
    expect(
      safetyEventDecider.decide(
        changed(assessSevere, { to: 'mild' }),
        [fallReported, rated('unknown'), fallIdentified].reduce(
          safetyEventDecider.evolve,
          safetyEventDecider.initialState,
        ),
      ),
    ).toHaveLength(1));
});

describe('rating harm downward', () => {
  it('takes no eligibility back and closes no case (domain.md 8.16)', () =>
    given(fallReported, rated('severe'), fallIdentified, fallEligible, caseLinked)
      .when(changed(assessSevere, { to: 'mild' }))
      .then({ ...from('severe'), data: { ...from('severe').data, to: 'mild' } }));
  it('leaves to a person what a person has decided otherwise', () =>
    given(fallReported, rated('severe'), fallIdentified, notEligible)
      .when(changed(assessSevere, { to: 'moderate' }))
      .then({ ...from('severe'), data: { ...from('severe').data, to: 'moderate' } }));
});

describe('triage', () => {
  const assessed = {
    type: 'HarmSeverityAssessed',
    data: { to: 'moderate', basis: 'chart', duration: 'temporary', assessedBy: rosa },
  } as const;
  it('is a rating of its own where it says how the harm was assessed', () =>
    given(fallReported)
      .when(changed(triageFall, { assessment: { basis: 'chart', duration: 'temporary' } }))
      .then(fallTriaged, assessed));
  it('that rates with a basis makes what was identified eligible', () =>
    given(fallReported, fallIdentified)
      .when(changed(triageFall, { assessment: { basis: 'chart', duration: 'temporary' } }))
      .then(fallTriaged, assessed, fallEligible));
  it('makes eligible what was found not to be before anybody had rated it', () => {
    given(fallReported, fallIdentified, notEligible)
      .when(changed(triageFall, { patient: omar }))
      .then(fallTriaged, fallEligible);
    given(fallReported, fallIdentified).when(triageFall).then(fallTriaged);
  });
  it('asks for a review where the actual code is 3 (8.15 no. 2)', () =>
    given(fallReported)
      .when(changed(triageFall, { sacActual: 3, route: 'rca2' }))
      .then(
        { ...fallTriaged, data: { ...fallTriaged.data, sacActual: 3, route: 'rca2' } },
        {
          type: 'ReviewRequired',
          data: { method: 'rca2', trigger: 'sac_actual_3', requiredAt: tenPastNine, requiredBy: rosa },
        },
      ));
  it.each([
    ['fall', 'near_miss'],
    ['surgery_anesthesia', 'unsafe_condition'],
  ] as const)('does not call %s what is a %s', (type, eventClass) =>
    given(fallReported)
      .when(changed(triageFall, { type, eventClass, harmSeverity: 'no_harm' }))
      .thenRefused('safety-event/category-for-incidents'),
  );
});

describe('a review', () => {
  it('is required once for one reason', () => {
    given(fallReported).when(requireReview).then(reviewRequired);
    given(fallReported, reviewRequired).when(requireReview).thenNothing();
    given(fallReported, reviewRequired)
      .when(changed(requireReview, { trigger: 'patient_request' }))
      .then({
        ...reviewRequired,
        data: { ...reviewRequired.data, trigger: 'patient_request' },
      } as typeof reviewRequired);
  });
  it('is not required before it happened', () =>
    given(fallReported)
      .when(changed(requireReview, { at: '2026-03-01T09:00:00.000Z' }))
      .thenRefused('safety-event/before-it-happened'));
});

it('the patient keeps one id through ratings and determinations', () =>
  given(fallReported, rated('mild'), fallIdentified, { ...notEligible, data: { ...notEligible.data, patient: omar } })
    .when(changed(assessSevere, { patient: ana }))
    .then(from('mild'), { ...fallEligible, data: { ...fallEligible.data, patient: omar } }));
