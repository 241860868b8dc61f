import { IsArray, IsBoolean, IsIn, IsInt, IsNumber, IsString } from 'class-validator';
import { Absent, IsId, Means } from '#kernel/http';
import { PEOPLE, type People } from '../measure-snapshot/measure.codes.js';
import type { Figure } from './figure.js';
import { PARTS_SHOWN, type Part, type Suppressed, suppressed } from './suppression.js';

/** The counts of a measure in one period, of the organization or of one part of it. */
export class FigureBody {
  /** `2026-03` or `2026-Q1`, by the anchor's date where the facility is. */
  @IsString()
  period: string;

  @IsIn(PEOPLE)
  people: People;

  @Absent()
  @IsId()
  facilityId?: string;

  @Absent()
  @IsString()
  harmSeverity?: string;

  @Means('A category of safety events, as Common Formats have it.')
  @Absent()
  @IsString()
  eventType?: string;

  @Means('Where the organization heard of it.')
  @Absent()
  @IsString()
  source?: string;

  @Absent()
  @IsInt()
  numerator?: number;

  @Absent()
  @IsInt()
  denominator?: number;

  /** Of the denominator, those not in the numerator. */
  @Absent()
  @IsInt()
  failed?: number;

  @Means('Numerator by denominator, from 0 to 1. Absent where the denominator is 0.')
  @Absent()
  @IsNumber()
  rate?: number;

  @Absent()
  @IsInt()
  excluded?: number;

  @Absent()
  @IsInt()
  exceptions?: number;

  @Means('Not done, and the limit not passed: in no denominator yet.')
  @Absent()
  @IsInt()
  notMatured?: number;

  @Means('Cases with a deciding event that was entered more than 24 hours late; 4 hours for limits in minutes.')
  @Absent()
  @IsInt()
  lateEntries?: number;

  @Absent()
  @IsNumber()
  medianMinutes?: number;

  @Absent()
  @IsNumber()
  p90Minutes?: number;

  @Means('Of all done, those with an exception too; only where a mean is aimed at.')
  @Absent()
  @IsNumber()
  meanDays?: number;

  @Means('Opened again after they were done: that changes no result.')
  @Absent()
  @IsInt()
  reopened?: number;

  @Means('Some case is not matured: early finishers make the figure look too good.')
  @IsBoolean()
  provisional: boolean;

  @Means('What is not shown to this reader, because it would tell of single people.')
  @Absent()
  @IsArray()
  @IsIn(PARTS_SHOWN, { each: true })
  suppressed?: readonly Part[];
}

/** Figures for a reader: whole, or for those who may not see small counts without them. */
export const bodiesOf = (figures: readonly Figure[], whole: boolean): readonly FigureBody[] =>
  (whole ? figures.map((figure): Suppressed => ({ figure, hidden: [] })) : suppressed(figures)).map(bodyOf);

const bodyOf = ({ figure, hidden }: Suppressed): FigureBody => {
  const { period, people, by, of, numerator, denominator, notMatured, medianMinutes, p90Minutes } = figure;
  const { excluded, exceptions, lateEntries, reopened, meanDays } = figure;
  const counted = { numerator, denominator, failed: denominator - numerator };
  return {
    period,
    people,
    ...(by === 'facility' && { facilityId: of }),
    ...(by === 'harm' && { harmSeverity: of }),
    ...(by === 'type' && { eventType: of }),
    ...(by === 'source' && { source: of }),
    ...(!hidden.includes('rate') && { ...counted, ...(denominator > 0 && { rate: rounded(numerator / denominator) }) }),
    ...(!hidden.includes('excluded') && { excluded }),
    ...(!hidden.includes('exceptions') && { exceptions }),
    ...(!hidden.includes('notMatured') && { notMatured }),
    ...(!hidden.includes('lateEntries') && { lateEntries }),
    ...(!hidden.includes('times') && {
      ...(medianMinutes !== undefined && { medianMinutes }),
      ...(p90Minutes !== undefined && { p90Minutes }),
    }),
    ...(!hidden.includes('mean') && meanDays !== undefined && { meanDays }),
    ...(!hidden.includes('reopened') && { reopened }),
    provisional: notMatured > 0,
    ...(hidden.length > 0 && { suppressed: hidden }),
  };
};

const rounded = (share: number): number => Math.round(share * 10_000) / 10_000;
