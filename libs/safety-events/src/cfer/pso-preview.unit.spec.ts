import { safetyEventCatalogue } from '../safety-event/safety-event.events.js';
import type { FormatFacts } from './format-facts.js';
import { providerSurrogate } from './provider-surrogate.js';
import { LEAVING_FIELDS, leaving, staying } from './pso-preview.js';

const id = '0192a000-0000-7000-8000-000000000101';
const facility = '0192a000-0000-7000-8000-000000000010';
const at = { value: '2026-03-02T09:00:00.000Z', precision: 'minute' } as const;
const fall: FormatFacts = {
  standing: 'here',
  reportedAt: '2026-03-02T09:10:00.000Z',
  eventAt: at,
  discoveredAt: at,
  facilityId: facility,
  harmed: 'patient',
  codes: { eventClass: 'incident', categories: ['fall'], harm: 'severe', duration: 'temporary' },
  patients: [
    { patient: 'a', facts: { sex: 'female', payer: 'medicare', language: 'es' } },
    { patient: 'b', facts: { sex: 'male' } },
  ],
  assigned: {},
  choices: [],
  narrative: 'e/narrative/v1.sealed',
};

describe('what leaves for a patient safety organization', () => {
  it('is told by element, the patient form for each patient', () =>
    expect(
      leaving(id, fall).leaves.map(({ element, values, patientNumber }) => [element, values, patientNumber]),
    ).toEqual([
      ['74081-1', [id], undefined],
      ['30947-6', ['2026-03-02T09:10:00.000Z'], undefined],
      ['74079-5', ['incident'], undefined],
      ['74552-1', ['fall'], undefined],
      ['74555-4', ['2026-03-02T09:00:00.000Z'], undefined],
      ['74698-2', ['female'], 1],
      ['74560-4', ['LA20748-2'], 1],
      ['74559-6', ['temporary'], 1],
      ['74698-2', ['male'], 2],
      ['74560-4', ['LA20748-2'], 2],
      ['74559-6', ['temporary'], 2],
    ]));
  it('is no word, no place, no payer and no language', () => {
    const text = JSON.stringify(leaving(id, fall));
    for (const kept of ['sealed', facility, 'medicare', '"es"']) expect(text).not.toContain(kept);
  });
  it('is nothing where the format does not speak of it', () =>
    expect(leaving(id, { ...fall, harmed: 'staff' })).toEqual({ leaves: [], leftOut: 'no-patient' }));
});

describe('what stays', () => {
  const all = safetyEventCatalogue.flatMap(({ type, fields }) => Object.keys(fields).map((name) => `${type}.${name}`));
  const whole = staying()
    .flatMap(({ fields }) => fields)
    .filter((name) => name.split('.').length === 2);
  it('is every field that does not leave, each under one reason', () =>
    expect([...whole, ...LEAVING_FIELDS].sort()).toEqual([...all].sort()));
  it('is everything that is sealed, or tells who somebody is', () => {
    const told = safetyEventCatalogue.flatMap(({ type, fields }) =>
      Object.entries(fields).flatMap(([name, { sealed, label }]) =>
        sealed || label === 'IDENT' ? [`${type}.${name}`] : [],
      ),
    );
    expect(told.filter((name) => LEAVING_FIELDS.includes(name))).toEqual([]);
  });
});

describe('the provider', () => {
  const key = Buffer.alloc(32, 7);
  const one = { org: 'a', facilityId: facility, psoId: 'P0001' };
  it('is the same each time, and tells nothing', () => {
    expect(providerSurrogate(key, one)).toBe(providerSurrogate(key, { ...one }));
    expect(providerSurrogate(key, one)).toMatch(/^provider-[0-9a-f]{24}$/);
  });
  it.each([
    ['another facility', { facilityId: 'x' }],
    ['another PSO', { psoId: 'P0002' }],
    ['another organization', { org: 'b' }],
  ])('is another for %s', (_, change) =>
    expect(providerSurrogate(key, { ...one, ...change })).not.toBe(providerSurrogate(key, one)),
  );
  it('is another under another key', () =>
    expect(providerSurrogate(Buffer.alloc(32, 8), one)).not.toBe(providerSurrogate(key, one)));
});
