import type { Client } from './client.js';
import type { Journey } from './journey.js';

interface Figure {
  readonly people: string;
  readonly facilityId?: string;
  readonly harmSeverity?: string;
  readonly numerator?: number;
  readonly denominator?: number;
}

/** What a measure counts of the organization's patients, last year and this: numerator and denominator. */
export const countedBy = async (journey: Journey, client: Client, measure: string): Promise<readonly number[]> => {
  const year = new Date().getFullYear();
  const query = `period=quarter&from=${year - 1}-Q1&to=${year}-Q4&after=${await journey.head()}`;
  const answer = await client.get(`/v1/measures/${measure}?${query}`);
  if (answer.status !== 200) throw new Error(`${measure} was answered ${answer.status}: ${answer.text}`);
  const { figures } = answer.json<{ figures: readonly Figure[] }>();
  const all = figures.filter(
    ({ people, facilityId, harmSeverity }) => people === 'patients' && !facilityId && !harmSeverity,
  );
  const sum = (name: 'numerator' | 'denominator') => all.reduce((total, figure) => total + (figure[name] ?? 0), 0);
  return [sum('numerator'), sum('denominator')];
};
