import { secret } from '#kernel/core';
import type { Projection } from '#kernel/readers';
import { Listing, mia, read } from '../../lines/listing.examples.js';
import { ana, anasCase, fallTriaged, rosa } from '../../safety-event/safety-event.examples.js';
import { safetyEventRecord } from './safety-event-record.projection.js';
import { ReadSafetyEvent, ReadSafetyEventHandler, type SafetyEventRecord } from './safety-event-record.query.js';

const at = '2026-03-03T12:00:00.000Z';
const leo = '0192a000-0000-7000-8000-000000000022';

let listing: Listing;
let id: string;
beforeAll(async () => {
  listing = await Listing.begin(safetyEventRecord as unknown as Projection);
  const office = listing.actor;
  listing.actor = { kind: 'staff', id: rosa, role: 'reporter' };
  id = await listing.reported({}, '2026-03-02T12:00:00.000Z');
  await listing.recorded(id, at, {
    type: 'AddendumWritten',
    data: { words: secret('The lamp was broken too.'), author: 'reporter', writtenBy: rosa },
  });
  listing.actor = office;
  await listing.recorded(
    id,
    at,
    { ...fallTriaged, data: { ...fallTriaged.data, rationale: secret('A broken hip.') } },
    { type: 'AddendumWritten', data: { words: secret('The chart says more.'), author: 'staff', writtenBy: mia } },
    {
      type: 'ReporterMessageExchanged',
      data: { direction: 'to_reporter', channel: 'in_app', words: secret('Which lamp?'), writtenBy: mia },
    },
    { type: 'PatientLinked', data: { patient: ana, facts: { sex: 'female' }, linkedBy: mia } },
    { type: 'HarmSeverityAssessed', data: { to: 'moderate', basis: 'report', assessedBy: mia } },
    {
      type: 'HarmSeverityAssessed',
      data: { from: 'moderate', to: 'severe', basis: 'chart', rationale: secret('Surgery.'), assessedBy: mia },
    },
    {
      type: 'LeadershipNotified',
      data: { group: 'board', channel: 'meeting', persons: secret(['Dr. Marsh']), notifiedAt: at, notifiedBy: mia },
    },
    {
      type: 'InvolvedStaffIdentified',
      data: { staff: leo, involvement: 'cared_for_patient', identifiedAt: at, identifiedBy: mia },
    },
    { type: 'CaseLinked', data: { caseId: anasCase, involvedStaff: [leo] } },
    {
      type: 'ReporterFeedbackGiven',
      data: { summary: secret('New lamps are in.'), channel: 'in_app', givenAt: at, givenBy: mia },
    },
  );
  await listing.caughtUp();
});
afterAll(() => listing?.close());

const reads = async (role: 'risk-manager' | 'reporter' | 'auditor', person = mia) => {
  const caller = listing.caller('safety-event.read', role, person);
  const handler = new ReadSafetyEventHandler(listing.db.api, listing.opener);
  return (await handler.execute(new ReadSafetyEvent(id, caller, read))) as SafetyEventRecord;
};

describe('the record', () => {
  it('shows a risk manager all that was said, the first telling untouched and every rating of harm', async () => {
    const record = await reads('risk-manager');
    expect(record).toMatchObject({
      status: 'triaged',
      report: { narrative: 'Slipped on a wet floor beside bed 12.' },
      triage: { rationale: 'A broken hip.' },
      addenda: [
        { words: 'The lamp was broken too.', revision: 2 },
        { words: 'The chart says more.', revision: 4 },
      ],
      messages: [{ words: 'Which lamp?', direction: 'to_reporter' }],
      patients: [{ patient: ana, facts: { sex: 'female' } }],
      harmAssessments: [{ to: 'moderate' }, { from: 'moderate', to: 'severe', rationale: 'Surgery.' }],
      cases: [{ caseId: anasCase }],
      feedback: [{ summary: 'New lamps are in.' }],
    });
    expect(record.history).toHaveLength(12);
  });

  it('tells a risk manager nowhere who reported, nor who was involved: that is asked apart', async () => {
    const told = JSON.stringify(await reads('risk-manager'));
    expect(told).not.toContain(leo);
    expect(told.replaceAll(`"triagedBy":"${rosa}"`, '')).not.toContain(rosa); // Rosa triaged too, in the example
  });

  it('shows reporters their own words and what was written for them, and nobody else’s words', async () => {
    const record = await reads('reporter', rosa);
    expect(record).toMatchObject({
      report: { narrative: 'Slipped on a wet floor beside bed 12.', reporter: rosa },
      addenda: [{ words: 'The lamp was broken too.' }, { author: 'staff' }],
      messages: [{ words: 'Which lamp?' }],
      feedback: [{ summary: 'New lamps are in.' }],
      leadershipNotices: [{ group: 'board' }],
    });
    const told = JSON.stringify(record);
    for (const others of ['A broken hip.', 'The chart says more.', 'Surgery.', 'Dr. Marsh', ana, 'female', leo])
      expect(told).not.toContain(others);
    expect(record.history.map(({ type }) => type)).not.toContain('InvolvedStaffIdentified');
    expect(await reads('reporter', leo)).toBeUndefined();
  });

  it('tells whoever reported what was told with the one that their report was merged into, and no more of it', async () => {
    const office = listing.actor;
    listing.actor = { kind: 'staff', id: leo, role: 'reporter' };
    const leos = await listing.reported({ reporter: leo, narrative: secret('I saw it too.') }, at);
    listing.actor = office;
    const feedback = (summary: string) =>
      ({
        type: 'ReporterFeedbackGiven',
        data: { summary: secret(summary), channel: 'in_app', givenAt: at, givenBy: mia },
      }) as const;
    await listing.recorded(leos, '2026-03-04T12:00:00.000Z', {
      type: 'SafetyEventMerged',
      data: { intoEventId: id, matchBasis: ['time'], mergedBy: mia },
    });
    await listing.recorded(id, '2026-03-05T12:00:00.000Z', feedback('The mats are checked daily.'));
    await listing.caughtUp();
    const caller = listing.caller('safety-event.read', 'reporter', leo);
    const handler = new ReadSafetyEventHandler(listing.db.api, listing.opener);
    const record = await handler.execute(new ReadSafetyEvent(leos, caller, read));
    expect(record).toMatchObject({
      status: 'merged',
      report: { narrative: 'I saw it too.' },
      feedback: [{ summary: 'The mats are checked daily.' }], // and not what was told before
    });
    const told = JSON.stringify(record);
    for (const others of ['Slipped', 'New lamps', 'The lamp', 'Which lamp', rosa]) expect(told).not.toContain(others);
  });

  it('shows an auditor that it is there, and nothing of it', async () => {
    const record = await reads('auditor');
    expect(Object.keys(record).sort()).toEqual(['history', 'id', 'position', 'revision']);
    expect(JSON.stringify(record)).not.toContain(rosa);
  });
});
