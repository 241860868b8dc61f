import { Temporal } from 'temporal-polyfill';
import { coded, refuse, text } from '#kernel/core';
import type { KnownTime } from '../../safety-event/safety-event.times.js';
import { maudeMapping } from './maude.mapping.js';
import type { ReportSafetyEvent } from './report-safety-event.command.js';

/** A row of an openFDA MAUDE extract, by column name. */
export type MaudeRow = Readonly<Record<string, string | undefined>>;

/** Columns without which a row is no report. */
const NEEDED = ['report_number', 'event_type', 'date_received'] as const;

/** Columns that hold codes of the FDA's, kept in clear beside ours where they look like codes. */
const CODES = [
  'report_number',
  'event_type',
  'report_source_code',
  'product_problem_flag',
  'adverse_event_flag',
  'manufacturer_d_country',
  'medical_specialty_description',
  'device_class',
] as const;

/** Columns that anybody may have typed anything into, kept sealed. */
const WORDS = ['manufacturer_d_name', 'brand_name', 'device_name', 'model_number', 'lot_number'] as const;

/** How much of a column is kept. */
const KEPT = 200;

const REPORT_NUMBER = /^[A-Za-z0-9-]{1,40}$/;
const DATE = /^(\d{4})(\d\d)(\d\d)$/;

/**
 * A MAUDE row as a report of ours, at a facility whose zone gives the day its beginning. The row tells only when the FDA
 * received it, so that day stands for when it happened, as an estimate. Refuses a row that is broken, naming the column.
 */
export const fromMaude = (row: MaudeRow, facility: { id: string; zone: string }): ReportSafetyEvent['data'] => {
  for (const column of NEEDED)
    if (row[column] === undefined) refuse('maude/column-missing', `The column ${column} is missing.`, column);
  if (!REPORT_NUMBER.test(row.report_number ?? ''))
    refuse('maude/report-number-malformed', 'A report number is 1 to 40 letters, digits and hyphens.', 'report_number');
  const reading = readingOf(row.event_type ?? '');
  if (!reading)
    return refuse(
      'maude/event-type-unknown',
      `The event type "${row.event_type}" is not in ${maudeMapping.version}.`,
      'event_type',
    );
  const { sourceCodes, sourceText } = saidBy(row);
  const received = receivedOn(row.date_received ?? '', facility.zone);
  return {
    ...reading,
    category: 'device',
    eventAt: received,
    discoveredAt: received,
    facilityId: facility.id,
    source: 'external_org',
    ...(reading.eventClass === 'incident' && { population: 'unidentified_patient' as const }),
    mapping: maudeMapping.version,
    sourceCodes,
    ...(sourceText.length > 0 && { sourceText }),
  };
};

const readingOf = (eventType: string) =>
  Object.hasOwn(maudeMapping.readings, eventType) ? maudeMapping.readings[eventType] : undefined;

/** What the source says beside our codes: its own codes in clear, everything else to be sealed. */
const saidBy = (row: MaudeRow) => {
  const isCode = ({ value }: { readonly value: string }) => coded().problem(value) === undefined;
  const codes = filled(row, CODES);
  return {
    sourceCodes: codes.filter(isCode),
    sourceText: [...codes.filter((one) => !isCode(one)), ...filled(row, WORDS)],
  };
};

const filled = (row: MaudeRow, columns: readonly string[]) =>
  columns.flatMap((name) => {
    const value = beginningOf(row[name]?.trim() ?? '');
    if (value === '') return [];
    if (text(KEPT).problem(value))
      return refuse('maude/unreadable', 'This is no text that can be stored, for the characters in it.', name);
    return [{ name, value }];
  });

/** The first {@link KEPT} UTF-16 units at most, and no half of a character. */
const beginningOf = (value: string): string => value.slice(0, KEPT).replace(/[\uD800-\uDBFF]$/, '');

const receivedOn = (text: string, zone: string): KnownTime => {
  const parts = DATE.exec(text);
  if (!parts)
    return refuse('maude/date-malformed', 'date_received must be eight digits: year, month, day.', 'date_received');
  try {
    const [year, month, day] = parts.slice(1).map(Number) as [number, number, number];
    const date = Temporal.PlainDate.from({ year, month, day }, { overflow: 'reject' });
    const value = date.toZonedDateTime(zone).toInstant().toString({ smallestUnit: 'millisecond' });
    return { value, precision: 'estimated' };
  } catch {
    return refuse('maude/date-malformed', `There is no day ${text}.`, 'date_received');
  }
};
