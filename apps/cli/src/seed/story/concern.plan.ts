import type { SubmitConcern } from '#concerns';
import { Chance } from './chance.js';
import type { Site } from './safety-event.plan.js';
import { DAY, HOUR } from './step.js';
import { atWork } from './working-hours.js';

type Told = SubmitConcern['data'];

/** A concern of the story: what was said, how it came, and how far it went. Times in milliseconds of the epoch. */
export interface ConcernPlan {
  readonly key: string;
  readonly site: Site;
  readonly receivedAt: number;
  readonly told: Pick<Told, 'channel' | 'language' | 'submitterRole' | 'category' | 'narrative' | 'stillAtRisk'>;
  readonly named: boolean;
  readonly grievance: boolean;
  readonly converted: boolean;
  /** When each step was done; a step that is missing was not. */
  readonly acted?: number;
  readonly acknowledged?: number;
  readonly triaged?: number;
  readonly answered?: number;
  readonly closed?: number;
}

/** What people say, by what it is about. All made up. */
const SAID: Readonly<
  Record<
    'medicine' | 'communication' | 'delay' | 'discharge' | 'fall' | 'respect_discrimination',
    readonly (readonly [language: string, words: string])[]
  >
> = {
  medicine: [
    ['en', 'The pill in the cup was not the one my father always takes. The nurse took it away when he asked.'],
    ['es', 'Le dieron la medicina dos veces porque nadie lo anotó.'],
  ],
  communication: [
    ['en', 'Three doctors told us three different things, and none of them knew what the others had said.'],
    ['es', 'Nadie nos explicó la operación en español. Mi hija de doce años tuvo que traducir.'],
  ],
  delay: [
    ['en', 'She waited seven hours with chest pain before anybody looked at her.'],
    ['en', 'The test was done on Friday; we heard of it on Wednesday, by accident.'],
  ],
  discharge: [['en', 'We were sent home at night without the bandages, and with no number to call.']],
  fall: [['en', 'He rang for help to the bathroom for twenty minutes, got up alone and fell.']],
  respect_discrimination: [['en', 'They talked about my brother over his head, as if he could not hear.']],
};

/** By which concerns come in, and how often. */
const CHANNELS = { phone: 5, in_person: 3, rounding: 4, letter: 2, bedside_tablet: 3, survey_comment: 2 } as const;
const SPEAKERS = { patient: 4, family: 4, parent: 1, caregiver: 1, friend: 1 } as const;

/** A concern as chance has it. `maturity`: 1 where it had all the time to come to its end, 0 where none. */
export const plannedConcern = (
  organization: string,
  number: number,
  at: number,
  sites: readonly Site[],
  maturity: number,
): ConcernPlan => {
  const chance = new Chance(`${organization}-concern-${number}`);
  const category = chance.oneOf(Object.keys(SAID) as (keyof typeof SAID)[]);
  const [language, narrative] = chance.oneOf(SAID[category]);
  const named = chance.happens(0.8);
  const grievance = named && chance.happens(0.4);
  const stillAtRisk = chance.happens(0.08);
  const receivedAt = atWork(at);
  const acknowledged = atWork(receivedAt + chance.between(1, 60) * HOUR);
  const triaged = atWork(acknowledged + chance.between(1, 20) * HOUR);
  const answered = atWork(triaged + chance.between(1, grievance ? 7 : 16) * DAY);
  const goesOn = (share: number) => maturity > 0.03 || chance.happens(share);
  const going = goesOn(0.8);
  const triages = going && goesOn(0.6);
  const answers = triages && goesOn(0.3);
  return {
    key: `${organization}-concern-${number}`,
    site: chance.oneOf(sites),
    receivedAt,
    told: {
      channel: chance.weighed(CHANNELS),
      language,
      submitterRole: chance.weighed(SPEAKERS),
      category,
      narrative,
      stillAtRisk,
    },
    named,
    grievance,
    converted: category !== 'communication' && category !== 'respect_discrimination' && chance.happens(0.5),
    ...(stillAtRisk && { acted: receivedAt + Math.round(chance.between(10, 75)) * 60_000 }),
    ...(going && { acknowledged }),
    ...(triages && { triaged }),
    ...(answers && { answered, closed: atWork(answered + chance.between(1, 10) * DAY) }),
  };
};
