import type { ConcernStory } from './concern-story.examples.js';
import { id } from './history.examples.js';
import type { Other, Step } from './steps.examples.js';

const MINUTE = 60_000;

/** The ways in which a concern may go on: in any order, and as often as it comes. */
export const concernGoesOn = (
  story: ConcernStory,
  { what, after: at, delay: late }: Step,
  begin: number,
  other?: Other,
): ConcernStory => {
  const time = new Date(begin + at).toISOString();
  const recorded = new Date(begin + at + late).toISOString();
  switch (what % 15) {
    case 0:
    case 1:
      return story.acknowledged(time, what !== 1, recorded);
    case 2:
    case 3:
      return story.classified(time, true);
    case 4:
      return story.classified(time, late > 0);
    case 5:
    case 6:
      return story.responded(time, what !== 6, recorded);
    case 7:
      return story.delayed(time, what > 15 ? 'phone' : 'letter', recorded);
    case 8:
      return story.acted(time, recorded);
    case 9:
      return story.converted(time, id(1, 0));
    case 10:
    case 11:
      return other ? story.merged(new Date(other.from + at + MINUTE).toISOString(), other.id) : story;
    case 12:
      return late > 0 ? story.spam(time) : story.cleared(time);
    case 13:
      return late > 0 ? story.redirected(time) : story.withdrawn(time);
    default:
      return story.reopened(time);
  }
};
