import { Refusal } from '#kernel/core';
import { fromMaude, type MaudeRow } from './from-maude.js';

const chicago = { id: '0192a000-0000-7000-8000-000000000010', zone: 'America/Chicago' };
const row: MaudeRow = {
  report_number: '0002249697-2017-00023',
  event_type: 'Malfunction',
  date_received: '20170103',
  brand_name: 'SIMPLEX P',
  lot_number: '',
};

describe('a MAUDE row', () => {
  it('that tells of a malfunction is an unsafe condition', () => {
    expect(fromMaude(row, chicago)).toMatchObject({
      eventClass: 'unsafe_condition',
      category: 'device',
      harmed: 'none',
    });
  });
  it('that tells of an injury is an incident of unknown harm', () => {
    expect(fromMaude({ ...row, event_type: 'Injury' }, chicago)).toMatchObject({
      eventClass: 'incident',
      harmReported: 'unknown',
    });
  });
  it('that tells of a death is an incident reported as a death', () => {
    expect(fromMaude({ ...row, event_type: 'Death' }, chicago)).toMatchObject({
      eventClass: 'incident',
      harmReported: 'death',
    });
  });
  it('that left the event type unanswered is an unsafe condition with a flag', () => {
    expect(fromMaude({ ...row, event_type: 'No answer provided' }, chicago)).toMatchObject({
      eventClass: 'unsafe_condition',
      flags: ['event_type_unanswered'],
    });
  });
  it('happened, as an estimate, on the day it was received, as the facility counts days', () => {
    expect(fromMaude(row, chicago).eventAt).toEqual({ value: '2017-01-03T06:00:00.000Z', precision: 'estimated' });
  });
  it('keeps the codes of its source and the version that read them', () => {
    expect(fromMaude(row, chicago)).toMatchObject({
      mapping: 'maude-1',
      sourceCodes: [
        { name: 'report_number', value: '0002249697-2017-00023' },
        { name: 'event_type', value: 'Malfunction' },
      ],
      sourceText: [{ name: 'brand_name', value: 'SIMPLEX P' }],
    });
  });
  it('keeps in clear what looks like a code, and nothing that anybody typed', () => {
    const { sourceCodes = [], sourceText } = fromMaude({ ...row, device_class: '2 (asked Ms. Ruiz!)' }, chicago);
    expect(sourceCodes.map(({ name }) => name)).toEqual(['report_number', 'event_type']);
    expect(sourceText).toEqual([
      { name: 'device_class', value: '2 (asked Ms. Ruiz!)' },
      { name: 'brand_name', value: 'SIMPLEX P' },
    ]);
  });
  it('has nothing to seal where nothing was typed', () => {
    expect(fromMaude({ ...row, brand_name: '' }, chicago)).not.toHaveProperty('sourceText');
  });
  it('is cut between characters, never through one', () => {
    const { sourceText } = fromMaude({ ...row, brand_name: `${'x'.repeat(199)}\u{1F9B4}` }, chicago);
    expect(sourceText).toEqual([{ name: 'brand_name', value: 'x'.repeat(199) }]);
  });
  it.each([
    ['report_number', { report_number: '' }, 'maude/report-number-malformed'],
    ['report_number', { report_number: undefined }, 'maude/column-missing'],
    ['event_type', { event_type: 'Explosion' }, 'maude/event-type-unknown'],
    ['event_type', { event_type: 'constructor' }, 'maude/event-type-unknown'],
    ['brand_name', { brand_name: 'SIMPLEX\0P' }, 'maude/unreadable'],
    ['date_received', { date_received: '2017-01-03' }, 'maude/date-malformed'],
    ['date_received', { date_received: '20170230' }, 'maude/date-malformed'],
  ])('is refused for its %s: %j', (field, change, code) => {
    expect(() => fromMaude({ ...row, ...change }, chicago)).toThrow(
      expect.objectContaining({ code, field }) as Refusal,
    );
  });
});
