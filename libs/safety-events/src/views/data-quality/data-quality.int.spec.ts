import { randomUUID } from 'node:crypto';
import { Listing, mia, read } from '../../lines/listing.examples.js';
import type { SafetyEventFact } from '../../safety-event/safety-event.events.js';
import { ana, fallTriaged, stMary } from '../../safety-event/safety-event.examples.js';
import { ListFailing, ListFailingHandler, ReadDataQuality, ReadDataQualityHandler } from './data-quality.query.js';
import { CHECKS, type Check } from './data-quality.sql.js';

const fourWest = '0192a000-0000-7000-8000-000000000012';
const reportedAt = '2026-03-02T12:00:00.000Z';
const whole = { unitId: fourWest };
const triagedAs = (harmSeverity: 'unknown' | 'mild'): SafetyEventFact => ({
  ...fallTriaged,
  data: { ...fallTriaged.data, harmSeverity },
});
const linked: SafetyEventFact = {
  type: 'PatientLinked',
  data: { patient: ana, facts: { sex: 'female' }, linkedBy: mia },
};

describe('data quality', () => {
  let listing: Listing;
  const expected = new Map<Check, string>();
  beforeAll(async () => {
    listing = await Listing.begin();
    const failing = async (
      check: Check,
      different: Parameters<Listing['reported']>[0],
      ...facts: SafetyEventFact[]
    ) => {
      const id = await listing.reported({ ...whole, ...different }, reportedAt);
      if (facts.length > 0) await listing.recorded(id, reportedAt, ...facts);
      expected.set(check, id);
    };
    await failing('harm_unknown', {}, triagedAs('unknown'), linked);
    await failing('category_missing', { category: undefined });
    await failing('unit_missing', { unitId: undefined });
    await failing('reported_late', { discoveredAt: { value: '2026-03-01T11:59:00.000Z', precision: 'minute' } });
    await failing('time_estimated', { eventAt: { value: '2026-03-02T09:00:00.000Z', precision: 'estimated' } });
    await failing('patient_facts_missing', {}, triagedAs('mild'));
    await failing('source_unanswered', { flags: ['event_type_unanswered'] });
    await listing.reported(whole, reportedAt); // nothing is wrong with it
    const voided = await listing.reported({ category: undefined }, reportedAt);
    await listing.recorded(voided, reportedAt, {
      type: 'SafetyEventVoided',
      data: { reason: 'test', voidedBy: mia, patients: [] },
    });
    await listing.caughtUp();
  });
  afterAll(() => listing?.close());

  const counted = (facilityId?: string) =>
    new ReadDataQualityHandler(listing.db.api, listing.clock).execute(new ReadDataQuality(listing.org, facilityId));

  it('counts the records that fail each check, and opens to them', async () => {
    listing.clock.set('2026-03-09T12:00:00.001Z');
    const { records, checks } = await counted(stMary);
    expect(records).toBe(8);
    for (const { check, count } of checks) {
      const { rows, more } = await new ListFailingHandler(listing.db.api, listing.clock).execute(
        new ListFailing({ check, limit: 50 }, listing.caller('data-quality.read'), read),
      );
      expect([check, rows.map(({ id }) => id)]).toEqual([check, expected.has(check) ? [expected.get(check)] : []]);
      expect([count, more]).toEqual([rows.length, false]);
    }
    expect(checks.map(({ check }) => check)).toEqual(CHECKS);
    expect(await counted(randomUUID())).toMatchObject({ records: 0 });
  });

  it('gives harm that is not known yet seven days', async () => {
    listing.clock.set('2026-03-09T12:00:00.000Z');
    expect((await counted()).checks).toContainEqual({ check: 'harm_unknown', count: 0 });
  });
});
