import type { Story } from './story.examples.js';

const MINUTE = 60_000;

/** What comes next in a story: which of the ways it may go on, when, and how long after that it is entered. */
export interface Step {
  readonly what: number;
  readonly after: number;
  readonly delay: number;
}

/** Another record that it may be merged into, from some time on. */
export interface Other {
  readonly id: string;
  readonly from: number;
}

/** The ways in which a story may go on: in any order, and as often as it comes. */
export const goesOn = (story: Story, { what, after: at, delay: late }: Step, begin: number, other?: Other): Story => {
  const time = new Date(begin + at).toISOString();
  const recorded = new Date(begin + at + late).toISOString();
  switch (what) {
    case 0:
    case 1:
      return story.identified(time, recorded);
    case 2:
      return story.eligible(time, true, recorded);
    case 3:
      return story.eligible(time, late === 0, recorded, at % 2 === 0 ? undefined : other?.id);
    case 4:
    case 5:
      return story.activated(time, 'yes', recorded);
    case 6:
      return story.activated(time, 'unknown', recorded);
    case 7:
      return story.talked(time, recorded);
    case 8:
      return story.unable(time, recorded);
    case 9:
      return story.held(time, recorded);
    case 10:
      return story.billable(time, late > 0 ? 'no' : 'yes');
    case 11:
    case 12:
      return story.confirmed(time, what === 11, recorded);
    case 13:
      return story.told(time, 'board', recorded);
    case 14:
      return story.told(time, 'c_suite', recorded);
    case 15:
      return story.triaged(time, 'severe', late > 0 ? 'near_miss' : 'incident');
    case 16:
      return late > 0 ? story.withdrawn(time) : story.voided(time);
    case 17:
      return story.requested(time);
    default:
      return turns(story, { what, after: at, delay: late }, begin, other);
  }
};

const turns = (story: Story, { what, after: at, delay: late }: Step, begin: number, other?: Other): Story => {
  const time = new Date(begin + at).toISOString();
  const recorded = new Date(begin + at + late).toISOString();
  switch (what) {
    case 18:
    case 19:
    case 20:
      return other ? story.merged(new Date(other.from + at + MINUTE).toISOString(), other.id) : story;
    case 21:
      return story.unmerged(other ? new Date(other.from + at + MINUTE).toISOString() : time);
    case 22:
      return late > 0 ? story.redirected(time) : story.returned(time);
    case 23:
      return story.transferred(time, recorded);
    case 24:
      return story.reopened(time);
    case 25:
      return story.assessed(time, late > 0 ? 'no_harm' : 'mild');
    case 26:
      return story.corrected(time, {
        discoveredAt: { value: new Date(begin - at / 10).toISOString(), precision: 'minute' },
      });
    case 27:
      return late > 0
        ? story.corrected(time, { harmed: 'staff', category: 'device' })
        : story.corrected(time, {
            eventAt: { value: new Date(begin - 31 * 1440 * MINUTE).toISOString(), precision: 'day' },
          });
    case 28:
      return story.fedBack(time, recorded);
    case 29:
      return story.submitted(time, late > 0 ? 'near_miss' : 'serious_event', recorded);
    default:
      return courseOfCase(story, { what, after: at, delay: late }, begin);
  }
};

const courseOfCase = (story: Story, { what, after: at, delay: late }: Step, begin: number): Story => {
  const time = new Date(begin + at).toISOString();
  const recorded = new Date(begin + at + late).toISOString();
  switch (what) {
    case 43:
      return story.liaisonNamed(time, late === 0);
    case 44:
      return late > 0 ? story.answered(time, recorded) : story.liaisonChanged(time);
    case 45:
      return story.talkedAgain(time, recorded);
    case 46:
      return story.explained(time, recorded);
    case 47:
      return story.findingsTold(time, recorded);
    case 48:
      return story.wished(time, late === 0 ? undefined : late > 5 * 3_600_000 ? 30 : 3);
    case 49:
      return story.resumed(time, recorded);
    case 50:
      return story.resolved(time);
    case 51:
      return story.closed(time);
    case 52:
      return story.unable(time, recorded, late > 0 ? 'declined' : 'unreachable');
    case 53:
      return story.supportOwed(time, late === 5 * 3_600_000 ? 'not_of_this_facility' : 'contractor', recorded);
    case 54:
      return story.supportOffered(time, recorded);
    default:
      return story.supportEnded(time, late > 0 ? 'entered_in_error' : 'finished');
  }
};
