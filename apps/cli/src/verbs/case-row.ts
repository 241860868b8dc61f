import { Temporal } from 'temporal-polyfill';
import { refuse } from '#kernel/core';
import { MODES } from '#resolution/contracts';
import { CATEGORIES, HARM_SEVERITIES } from '#safety-events/contracts';

/** The columns of a spreadsheet of open cases; those without which a row is no case come first. */
export const NEEDED = [
  'reference',
  'event_at',
  'category',
  'harm',
  'what_happened',
  'identified_at',
  'activated_at',
  'owner',
] as const;
export const COLUMNS = [
  ...NEEDED,
  'patient_name',
  'patient_record',
  'liaison',
  'liaison_contact_given',
  'billable',
  'bill_held_at',
  'payer_told',
  'first_conversation_at',
  'first_conversation_mode',
  'told',
  'apology',
  'next_contact_at',
  'in_chart',
  'determination_opened_at',
  'severity',
  'causation',
  'standard',
  'determination',
] as const;
type Column = (typeof COLUMNS)[number];

/** A row by its columns. */
export type CaseRow = Readonly<Partial<Record<Column, string>>>;

/** One of these codes, or nothing where the cell is empty. */
const codeOf = <const T extends string>(row: CaseRow, column: Column, codes: readonly T[]): T | undefined => {
  const said = row[column]?.trim() ?? '';
  if (said === '') return undefined;
  const found = codes.find((one) => one === said);
  return found ?? refuse('case-row/code-unknown', `must be one of ${codes.join(', ')}`, column);
};

const LOCAL = /^\d{4}-\d\d-\d\d[ T]\d\d:\d\d(:\d\d)?$/;

/** A time with its offset, or as the clock on the wall of the facility showed it (`2026-03-02 14:30`). */
const timeOf = (row: CaseRow, column: Column, zone: string): string | undefined => {
  const said = row[column]?.trim() ?? '';
  if (said === '') return undefined;
  try {
    const at = LOCAL.test(said)
      ? Temporal.PlainDateTime.from(said.replace(' ', 'T')).toZonedDateTime(zone).toInstant()
      : Temporal.Instant.from(said);
    return at.toString({ fractionalSecondDigits: 3 });
  } catch {
    return refuse(
      'case-row/time-malformed',
      'must be a time, as 2026-03-02 14:30 or 2026-03-02T14:30:00-06:00',
      column,
    );
  }
};

const wordsOf = (row: CaseRow, column: Column): string | undefined => row[column]?.trim() || undefined;

const needed = <T>(value: T | undefined, column: Column): T =>
  value ?? refuse('case-row/cell-empty', 'must not be empty', column);

const RESULTS = ['met', 'not_met', 'undetermined'] as const;
const REFERENCE = /^[A-Za-z0-9][A-Za-z0-9 ._:/+-]{0,79}$/;

/** What a spreadsheet tells of an open case. Refuses a row that is broken, naming the column. */
export const readCaseRow = (row: CaseRow, zone: string) => {
  const reference = needed(wordsOf(row, 'reference'), 'reference');
  if (!REFERENCE.test(reference))
    refuse('case-row/reference-malformed', 'must be letters, digits and . _ : / + -, 80 at most', 'reference');
  const at = (column: Column) => timeOf(row, column, zone);
  const talkedAt = at('first_conversation_at');
  const determination = codeOf(row, 'determination', ['reasonable', 'unreasonable', 'mixed', 'undetermined']);
  return {
    reference,
    eventAt: needed(at('event_at'), 'event_at'),
    category: needed(codeOf(row, 'category', CATEGORIES), 'category'),
    harm: needed(codeOf(row, 'harm', HARM_SEVERITIES), 'harm'),
    narrative: needed(wordsOf(row, 'what_happened'), 'what_happened'),
    identifiedAt: needed(at('identified_at'), 'identified_at'),
    activatedAt: needed(at('activated_at'), 'activated_at'),
    owner: needed(wordsOf(row, 'owner'), 'owner'),
    patientName: wordsOf(row, 'patient_name'),
    patientRef: wordsOf(row, 'patient_record'),
    liaison: wordsOf(row, 'liaison'),
    contactGiven: codeOf(row, 'liaison_contact_given', ['yes', 'no']) === 'yes',
    billable: codeOf(row, 'billable', ['yes', 'no', 'unknown']) ?? 'unknown',
    billHeldAt: at('bill_held_at'),
    payerTold: codeOf(row, 'payer_told', ['yes', 'no']) === 'yes',
    talk:
      talkedAt === undefined
        ? undefined
        : {
            at: talkedAt,
            mode: needed(codeOf(row, 'first_conversation_mode', MODES), 'first_conversation_mode'),
            told: needed(wordsOf(row, 'told'), 'told'),
            apology: codeOf(row, 'apology', ['empathy', 'none']) ?? 'none',
            nextContactAt: at('next_contact_at'),
            inChart: codeOf(row, 'in_chart', ['yes', 'no']) === 'yes',
          },
    openedAt: determination
      ? needed(at('determination_opened_at'), 'determination_opened_at')
      : at('determination_opened_at'),
    criteria: (['severity', 'causation', 'standard'] as const).flatMap((criterion) => {
      const result = codeOf(row, criterion, RESULTS);
      return result ? [{ criterion, result }] : [];
    }),
    determination,
  };
};

/** An open case as a spreadsheet tells it. */
export type BroughtIn = ReturnType<typeof readCaseRow>;
