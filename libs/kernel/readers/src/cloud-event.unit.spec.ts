import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import formats from 'ajv-formats';
import { recorded } from '#kernel/readers/testing';
import { cloudEventProblems } from '../../../../test/support/cloud-event-rules.js';
import { changedEnvelopeOf, envelopeOf } from './cloud-event.js';

const SCHEMA = join(__dirname, '../../../../test/fixtures/cloudevents/cloudevents-1.0.schema.json');
const ID = '0190c4f0-0000-7000-8000-000000000001';

const fall = recorded(
  { type: 'SafetyEventReported', data: { narrative: { sealed: 'k1.never-told' } } },
  { stream: `safety-event-${ID}`, position: 2 ** 40, revision: 3, schemaVersion: 2, causationId: ID },
);

describe("an event's envelope", () => {
  const official = formats.default(new Ajv({ strict: false })).compile(JSON.parse(readFileSync(SCHEMA, 'utf8')));

  it.each([
    ['of an event', envelopeOf(fall)],
    ['of an event that nothing caused', envelopeOf({ ...fall, causationId: undefined })],
    ['that only says that a stream changed', changedEnvelopeOf(fall)],
  ])('%s is a CloudEvent 1.0, by the official schema and by what the schema does not see', (_, envelope) => {
    const sent = JSON.parse(JSON.stringify(envelope)) as Record<string, unknown>;
    expect({ valid: official(sent), errors: official.errors }).toEqual({ valid: true, errors: null });
    expect(cloudEventProblems(sent)).toEqual([]);
  });

  it('tells what, of what, where and when', () => {
    expect(envelopeOf(fall)).toEqual({
      specversion: '1.0',
      id: fall.eventId,
      source: `/tenants/${fall.org}/safety-event`,
      type: 'org.forthright.safety-event.safety-event-reported.v2',
      subject: `safety-event/${ID}`,
      time: fall.occurredAt,
      recordedtime: fall.recordedAt,
      ledger: 1,
      position: '1099511627776',
      revision: 3,
      tenantid: fall.org,
      actorkind: 'staff',
      correlationid: fall.correlationId,
      causationid: ID,
    });
  });

  it('holds nothing of the content, and not who acted', () => {
    const told = JSON.stringify([envelopeOf(fall), changedEnvelopeOf(fall)]);
    expect(told).not.toContain('never-told');
    expect(told).not.toContain(fall.actor.id);
  });

  it('of a change does not say which', () => {
    const { type, ...rest } = changedEnvelopeOf(fall);
    expect(type).toBe('org.forthright.safety-event.changed.v1');
    expect(JSON.stringify(rest)).not.toMatch(/reported/i);
  });
});
