import type { Answer, Client, ReceiptAnswer } from './client.js';
import { eventually } from './eventually.js';
import type { Journey } from './journey.js';
import { aFall, aRating } from './reports.js';

/** What a refused command answers: its status and the problem's type. */
export type Refused = readonly [status: number, type: unknown];

/** A clock of a case as its page shows it. */
export interface CaseClock {
  readonly kind: string;
  readonly state: string;
  readonly late: boolean;
}

/** How the report of a case begins: when the harm was found (now if left out), and who of the staff was involved in it. */
interface Beginning {
  readonly identifiedAt?: string;
  readonly involved?: string;
}

/** The resolution case of a patient who fell: what journeys of cases are about. */
export class CaseAtWork {
  private constructor(
    readonly id: string,
    readonly safetyEvent: ReceiptAnswer,
    private readonly journey: Journey,
    private readonly riskManager: Client,
  ) {}

  /** A nurse reports a fall with severe harm; it is found eligible, and a case is asked for. */
  static async askedFor(journey: Journey, { identifiedAt, involved }: Beginning = {}): Promise<CaseAtWork> {
    const [nurse, riskManager] = [await journey.as('reporter'), await journey.as('risk-manager')];
    const fall = await nurse.done('/v1/safety-events', aFall(journey.persona('reporter').facility));
    const on = (step: string, body: object = {}) => riskManager.done(`/v1/safety-events/${fall.id}/${step}`, body);
    if (involved) await on('involved-staff', { staff: involved, involvement: 'cared_for_patient' });
    await on('identification', identifiedAt ? { occurredAt: identifiedAt } : {});
    await on('triage', aRating({ harmSeverity: 'severe' }));
    await on('eligibility');
    const id = await eventually(async () => {
      const list = await riskManager.get(`/v1/resolution-cases?safetyEventId=${fall.id}`);
      const [line] = list.json<{ items: { id: string }[] }>().items;
      if (!line) throw new Error('The case is not on the work list');
      return line.id;
    });
    return new CaseAtWork(id, fall, journey, riskManager);
  }

  path(step = ''): string {
    return `/v1/resolution-cases/${this.id}${step && `/${step}`}`;
  }

  /** A command that must go well, by the risk manager unless somebody else is named. */
  done(step: string, body: object = {}, by = this.riskManager): Promise<ReceiptAnswer> {
    return by.done(this.path(step), body);
  }

  /** The same of one that adds a part to the case: the part's id. */
  async adds(step: string, body: object = {}, by = this.riskManager): Promise<string> {
    const answer = await by.post(this.path(step), body);
    if (answer.status !== 201) throw new Error(`${step} was answered ${answer.status}: ${answer.text}`);
    return answer.json<{ part: string }>().part;
  }

  async refused(step: string, body: object = {}, by = this.riskManager): Promise<Refused> {
    const { status, json } = await by.post(this.path(step), body);
    return [status, json().type];
  }

  onSafetyEvent(step: string, body: object = {}): Promise<ReceiptAnswer> {
    return this.riskManager.done(`/v1/safety-events/${this.safetyEvent.id}/${step}`, body);
  }

  /** The record of its safety event, as the risk manager sees it. */
  async safetyEventRecord<T>(): Promise<T> {
    return (await this.riskManager.get(`/v1/safety-events/${this.safetyEvent.id}`)).json<T>();
  }

  /** Where the case stands, as its page shows it to somebody once every reader has read what was done. */
  async stand<T>(by = this.riskManager): Promise<T> {
    await this.journey.readersAtHead();
    return (await by.get(this.path())).json<{ stand: T }>().stand;
  }

  /** How its clocks stand, by kind: of a kind that ran several times, each. */
  async clocks(): Promise<Readonly<Record<string, readonly string[]>>> {
    const { clocks } = await this.stand<{ clocks: readonly CaseClock[] }>();
    const kinds = [...new Set(clocks.map(({ kind }) => kind))];
    const statesOf = (of: string) => clocks.filter(({ kind }) => kind === of).map(({ state }) => state);
    return Object.fromEntries(kinds.map((kind) => [kind, statesOf(kind).sort()]));
  }

  /** All that was done, or what may be handed to the patient. */
  chronology(form: 'full' | 'share-safe', by = this.riskManager): Promise<Answer> {
    return by.get(this.path(`chronology?form=${form}`));
  }
}

/** A refusal by the rules of cases. */
export const refusal = (code: string): Refused => [409, `/problems/resolution-case/${code}`];

/** A first conversation as a liaison records it, with whatever is different this time. */
export const aTalk = (different: Readonly<Record<string, unknown>> = {}) => ({
  mode: 'in_person',
  attendees: ['patient', 'disclosure_lead'],
  interpreterUsed: false,
  apology: 'empathy',
  factsTold: 'You fell on a wet floor.',
  nextContactAt: new Date(Date.now() + 7 * 86_400_000).toISOString(),
  documentedInChart: true,
  trained: true,
  ...different,
});
