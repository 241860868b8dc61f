import type { OutcomeStory } from './outcome-story.examples.js';
import { goesOn, type Other, type Step } from './steps.examples.js';

/** How many ways there are, those of the safety event and of its case included: 0 to this. */
export const LAST_STEP = 55;

/** The ways in which a story may go on to its outcome, and every other way. */
export const goesOnToOutcome = (story: OutcomeStory, step: Step, begin: number, other?: Other): unknown => {
  const { what, after: at, delay: late } = step;
  const time = new Date(begin + at).toISOString();
  const recorded = new Date(begin + at + late).toISOString();
  switch (what) {
    case 30:
    case 31:
      return story.determined(time, late > 0 ? 'undetermined' : 'unreasonable', recorded);
    case 32:
      return story.determined(time, 'unreasonable', recorded);
    case 33:
      return story.determined(time, late > 0 ? 'mixed' : 'reasonable', recorded);
    case 34:
      return story.paused(time, late > 0 ? 'patient_wish' : 'authority_unclear', recorded);
    case 35:
      return story.paused(time, 'medical_examiner', recorded);
    case 36:
      return late > 0 ? story.referred(time, recorded) : story.selfFunded(time);
    case 37:
      return story.claimed(time, recorded);
    case 38:
      return story.sued(time, recorded);
    case 39:
      return story.refused(time, late > 0 ? 'program' : 'review', recorded);
    case 40:
      return story.advised(time, recorded);
    case 41:
      return story.offered(time, late > 0 ? ['memorial'] : ['money', 'memorial'], recorded);
    case 42:
      return story.revised(time, late > 0 ? ['memorial'] : ['bill_waiver'], recorded);
    default:
      return goesOn(story, step, begin, other);
  }
};
