import type { Category, EventClass } from '#safety-events/contracts';

/** What reports say, by category: what reached somebody, and what did not. `{place}` is the unit. */
interface Words {
  readonly reached: readonly string[];
  readonly missed: readonly string[];
}

/** All made up. */
const WORDS: Readonly<Record<Exclude<Category, 'workforce'>, Words>> = {
  fall: {
    reached: [
      'Found on the floor beside the bed in {place}; the bed alarm had not been switched on after the linen was changed.',
      'Slipped on a wet floor on the way to the bathroom in {place}. The sign stood behind the door.',
      'Fell while being moved from chair to bed in {place}; one person helped where the plan says two.',
      'Se cayó al levantarse sola de noche en {place}. El timbre estaba fuera de su alcance.',
    ],
    missed: [
      'Nearly fell in {place}: the wheels of the walker were loose. Caught by a visitor.',
      'The rail beside the shower in {place} comes off the wall when one leans on it.',
    ],
  },
  medication: {
    reached: [
      'Received ten times the dose of insulin in {place}; the pump had been set in the wrong unit.',
      'Given penicillin in {place} although the allergy was on the wristband. Rash within the hour, then breathing trouble.',
      'The anticoagulant was not stopped before the procedure in {place}. Bleeding, two units transfused.',
      'Recibió el medicamento de otra persona con el mismo apellido en {place}.',
    ],
    missed: [
      'Two vials that look alike lie in one drawer in {place}. Noticed at the second check.',
      'The order set in {place} proposes the adult dose for children. Caught by the pharmacist.',
    ],
  },
  surgery_anesthesia: {
    reached: [
      'A sponge was left behind and found at the second count after closure in {place}. Opened again.',
      'Nerve block on the wrong side in {place}; the mark was under the drape.',
      'Awake during the beginning of the procedure in {place}; the vaporizer was empty.',
    ],
    missed: ['The consent in {place} named the other knee. Noticed at the time-out.'],
  },
  device: {
    reached: [
      'The infusion pump in {place} ran free after an update; the line was clamped after some minutes.',
      'Burn under the electrode in {place}; the pad had dried out.',
    ],
    missed: ['The defibrillator in {place} failed its morning test. Exchanged.'],
  },
  infection: {
    reached: [
      'Blood stream infection on day six of a central line in {place}; the dressing had not been changed.',
      'Wound infection after a hip replacement in {place}; prophylaxis was given after the incision.',
    ],
    missed: ['No hand rub in three of eight dispensers in {place}.'],
  },
  pressure_ulcer: {
    reached: [
      'Stage 3 pressure injury found in {place}; turning was charted, the heels were never looked at.',
      'Pressure injury under the mask in {place} after three days of ventilation.',
    ],
    missed: ['The special mattress in {place} was ordered and came two days later.'],
  },
  perinatal: {
    reached: [
      'Shoulder dystocia in {place}; help was called late, the arm of the newborn does not move.',
      'Postpartum bleeding of two liters in {place}; the cart was not complete.',
    ],
    missed: ['The monitor in {place} showed the heart rate of the mother as that of the child. Noticed.'],
  },
  blood: {
    reached: ['Transfusion in {place} of a unit meant for the next bed; stopped after 20 ml.'],
    missed: ['Unlabeled sample for cross-matching from {place}. Drawn again.'],
  },
  venous_thromboembolism: {
    reached: ['Pulmonary embolism on day five in {place}; prophylaxis was never ordered.'],
    missed: ['Compression sleeves in {place} were on, and not connected. Noticed on the round.'],
  },
  other: {
    reached: [
      'Critical potassium from {place} lay in the inbox for six hours.',
      'The biopsy from {place} was cancer, and nobody told the patient for four months.',
    ],
    missed: ['Two patients of one name in {place}; the wrong one was taken to radiology and brought back.'],
  },
};

const WORKFORCE: readonly string[] = [
  'Needle stick while the patient moved in {place}. Source tested, first dose taken.',
  'Hit in the face by a confused visitor in {place}. Sent home.',
  'Back strained in {place} lifting alone, the lift was being charged.',
];

/** Everything that may be told of a category; `workforce` of the people who work here. */
export const tellings = (category: Category, eventClass: EventClass): readonly string[] => {
  if (category === 'workforce') return WORKFORCE;
  return eventClass === 'incident' ? WORDS[category].reached : WORDS[category].missed;
};
