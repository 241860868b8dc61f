import type { CountBody, MeasureCounts } from '#measures';
import { columns } from './output.js';

const HEADER = ['period', 'of', 'part', 'number', 'share', 'median', 'p90', ''];

/** Counts for a terminal: one table each, under what is counted. */
export const countsInWords = ({ definitions, counts, asOf, position }: MeasureCounts): string =>
  definitions
    .map(({ id, version, name, took }) => {
      const timed = took ? `; times in ${took.unit === 'minutes' ? 'minutes' : 'business days'}` : '';
      const title = `${id} v${version}  ${name}${timed}; as of ${asOf}, position ${position}`;
      return [title, columns([HEADER, ...counts.filter(({ count }) => count === id).map(line)])].join('\n');
    })
    .join('\n\n');

const line = (one: CountBody): string[] => {
  const { period, facilityId, by, of, number, share, median, p90, suppressed, provisional } = one;
  return [
    period,
    facilityId ?? 'all',
    by ? `${by}: ${of}` : 'all',
    ...[number, share, median, p90].map((value) => (value === undefined ? '-' : `${value}`)),
    [...(provisional ? ['provisional'] : []), ...(suppressed ? ['suppressed'] : [])].join(', '),
  ];
};
