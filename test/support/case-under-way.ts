import type { Answer, Client, ReceiptAnswer } from './client.js';
import { eventually } from './eventually.js';
import type { Journey } from './journey.js';
import { aFall, aRating } from './reports.js';

const MINUTE = 60_000;

/** A time that many minutes ago, as a client writes it. */
export const minutesAgo = (minutes: number): string => new Date(Date.now() - minutes * MINUTE).toISOString();

/** What the work list has of a case, as far as journeys look at it. */
export interface CaseLine {
  readonly id: string;
  readonly status: string;
}

/** What was refused, as a status and a problem's type. */
export const refusalOf = (answer: Answer): readonly [number, unknown] => [answer.status, answer.json().type];

/** A severe fall whose resolution case has its team, in a journey. */
export class CaseUnderWay {
  private constructor(
    readonly safetyEvent: string,
    readonly id: string,
    readonly manager: Client,
    readonly liaison: Client,
  ) {}

  /** Reports, identifies, determines and activates; the liaison is named. */
  static async begin(journey: Journey, patientRef: string): Promise<CaseUnderWay> {
    const [manager, liaison, nurse] = await Promise.all(
      ['risk-manager', 'liaison', 'reporter'].map((name) => journey.as(name)),
    );
    if (!manager || !liaison || !nurse) throw new Error('The seed has a risk manager, a liaison and a reporter');
    const facility = journey.persona('reporter').facility;
    const fall = await nurse.done('/v1/safety-events', aFall(facility, { patientRef, harmReported: 'severe' }));
    const onFall = (step: string, body: object = {}) => manager.done(`/v1/safety-events/${fall.id}/${step}`, body);
    await onFall('identification', { occurredAt: minutesAgo(50) });
    await onFall('triage', aRating({ harmSeverity: 'severe' }));
    await onFall('confirmation');
    await onFall('eligibility');
    const id = await eventually(async () => {
      const list = await manager.get(`/v1/resolution-cases?standing=all&safetyEventId=${fall.id}`);
      const [found] = list.json<{ items: readonly CaseLine[] }>().items;
      if (!found) throw new Error('The case is not on the work list');
      return found.id;
    });
    const begun = new CaseUnderWay(fall.id, id, manager, liaison);
    const members = ['risk-manager', 'liaison'].map((name) => journey.persona(name).person);
    await begun.does('activation', {
      occurredAt: minutesAgo(40),
      members,
      communicationLead: members[1],
      billable: 'yes',
      patientRef,
    });
    await begun.does('liaison', { liaison: members[1], contactGiven: true });
    return begun;
  }

  /** A step that must go well. */
  does(step: string, body: object = {}, by: Client = this.manager): Promise<ReceiptAnswer> {
    return by.done(`/v1/resolution-cases/${this.id}/${step}`, body);
  }

  /** A step that must not, with what it is refused for. */
  async refused(step: string, body: object = {}, by: Client = this.manager): Promise<string> {
    const answer = await by.post(`/v1/resolution-cases/${this.id}/${step}`, body);
    if (answer.status !== 409) throw new Error(`${step} was answered ${answer.status}: ${answer.text}`);
    return String(answer.json().type).replace('/problems/', '');
  }

  /** The case as somebody sees it. */
  async page<T = Record<string, unknown>>(by: Client = this.manager, view = ''): Promise<T> {
    const answer = await by.get(`/v1/resolution-cases/${this.id}${view}`);
    if (answer.status !== 200) throw new Error(`The case was answered ${answer.status}: ${answer.text}`);
    return answer.json<T>();
  }

  /** Where it stands, once the view has read `position`. */
  async status(position: number): Promise<string> {
    return eventually(async () => {
      const path = `/v1/resolution-cases?standing=all&safetyEventId=${this.safetyEvent}&after=${position}`;
      const answer = await this.manager.get(path);
      if (answer.status !== 200) throw new Error('The list is not there yet');
      return answer.json<{ items: readonly CaseLine[] }>().items[0]?.status ?? 'absent';
    });
  }

  /** The review's outcome: every criterion, and what follows from it. */
  async determined(determination: 'reasonable' | 'unreasonable', by: string): Promise<ReceiptAnswer> {
    const standard = determination === 'reasonable' ? 'not_met' : 'met';
    await this.does('determination', { basis: 'facts_sufficient' });
    await this.does('criteria', { criterion: 'severity', result: 'met' });
    await this.does('criteria', { criterion: 'causation', result: 'met' });
    await this.does('criteria', { criterion: 'standard', result: standard });
    return this.does('care-determination', { determination, deciders: [by] });
  }
}
