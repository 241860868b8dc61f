import { randomUUID } from 'node:crypto';
import { Listing, mia, read } from '../../lines/listing.examples.js';
import type { SafetyEventFact } from '../../safety-event/safety-event.events.js';
import { ProposeDuplicates, ProposeDuplicatesHandler } from './duplicates.query.js';

const fourWest = '0192a000-0000-7000-8000-000000000012';
const lakeside = '0192a000-0000-7000-8000-000000000011';
const recordedAt = '2026-03-20T12:00:00.000Z';
const on = (time: string, precision: 'minute' | 'hour' | 'day' | 'estimated' = 'minute') => ({
  eventAt: { value: `2026-03-${time}:00.000Z`, precision },
});

let listing: Listing;
beforeAll(async () => {
  listing = await Listing.begin();
});
afterAll(() => listing?.close());

const reported = (different: Parameters<Listing['reported']>[0]) => listing.reported(different, recordedAt);
const then = (id: string, ...facts: readonly SafetyEventFact[]) => listing.recorded(id, recordedAt, ...facts);

const proposed = async (id: string, role: 'PHI' | 'no PHI' = 'PHI') => {
  await listing.caughtUp();
  const caller = listing.caller('safety-event.compare');
  const blind = { ...caller, grant: { ...caller.grant, labels: ['OPER'] as const } };
  const handler = new ProposeDuplicatesHandler(listing.db.api, listing.lookups);
  return handler.execute(new ProposeDuplicates(id, role === 'PHI' ? caller : blind, read));
};
const ids = async (id: string) => (await proposed(id))?.map(({ safetyEvent }) => safetyEvent.id);

describe('proposed duplicates', () => {
  it('happened at the same facility within a day, in the same unit or of the same category', async () => {
    const one = await reported({ ...on('01T12:00'), unitId: fourWest });
    const near = await reported({ ...on('01T12:30'), unitId: fourWest });
    const later = await reported({ ...on('02T11:00') });
    const place = await reported({ ...on('01T09:00'), unitId: fourWest, category: 'device' });
    const further = await reported({ ...on('01T18:00'), category: 'device', furtherCategories: ['fall'] });
    await reported({ ...on('02T13:00'), unitId: fourWest }); // 25 hours later
    await reported({ ...on('01T12:00'), facilityId: lakeside, unitId: fourWest }); // elsewhere
    await reported({ ...on('01T12:00'), category: 'device' }); // nothing in common
    expect((await proposed(one))?.map(({ safetyEvent, ...rest }) => [safetyEvent.id, rest])).toEqual([
      [near, { score: 70, matchBasis: ['time', 'place', 'category'] }],
      ...[
        [place, { score: 40, matchBasis: ['time', 'place'] }] as const,
        [further, { score: 40, matchBasis: ['time', 'category'] }] as const,
      ].sort(([a], [b]) => a.localeCompare(b)),
      [later, { score: 30, matchBasis: ['time', 'category'] }],
    ]);
  });

  it('are as near as the precision of their times allows', async () => {
    const day = await reported({ ...on('05T12:00', 'day') });
    const twoDays = await reported({ ...on('07T11:00') });
    const estimated = await reported({ ...on('13T12:00', 'estimated') });
    await reported({ ...on('07T13:00') }); // a day and two days are over
    expect(await ids(day)).toEqual(expect.arrayContaining([twoDays, estimated]));
    expect(await ids(day)).toHaveLength(2);
    expect(await ids(twoDays)).toContain(day);
  });

  it('know the same patient by the blind index of the record number, for those who may see it', async () => {
    const blood = { ...on('16T12:00'), category: 'blood' } as const;
    const one = await reported(blood);
    const same = await reported({ ...blood, category: 'infection' });
    const other = await reported(blood);
    const unnumbered = await reported(blood);
    await listing.numbered(one, 'MRN-1');
    await listing.numbered(same, 'MRN-1');
    await listing.numbered(other, 'MRN-2');
    const told = (await proposed(one))?.map(({ safetyEvent, score, samePatient }) => [
      safetyEvent.id,
      score,
      samePatient,
    ]);
    expect(told).toEqual([
      ...[[same, 60, true]],
      [unnumbered, 50, undefined],
      [other, 20, false], // another patient's, which speaks against it
    ]);
    const blind = await proposed(one, 'no PHI');
    expect(blind?.map(({ safetyEvent, score }) => [safetyEvent.id, score])).toEqual(
      [other, unnumbered].sort().map((id) => [id, 50]),
    );
    expect(JSON.stringify(blind)).not.toContain('samePatient');
  });

  it('are none that somebody dismissed, from either side, nor what goes on elsewhere or nowhere', async () => {
    const on18 = { ...on('18T12:00'), category: 'perinatal' } as const;
    const [one, dismissed, dismissing, merged, voided] = (await Promise.all(
      Array.from({ length: 5 }, () => reported(on18)),
    )) as [string, string, string, string, string];
    expect(await ids(one)).toHaveLength(4);
    const dismissal = (otherEventId: string) =>
      ({ type: 'DuplicateDismissed', data: { otherEventId, dismissedBy: mia } }) as const;
    await then(one, dismissal(dismissed));
    await then(dismissing, dismissal(one));
    await then(merged, { type: 'SafetyEventMerged', data: { intoEventId: one, matchBasis: ['time'], mergedBy: mia } });
    await then(voided, { type: 'SafetyEventVoided', data: { reason: 'test', voidedBy: mia, patients: [] } });
    expect(await ids(one)).toEqual([]);
    expect(await ids(merged)).toEqual([]);
  });

  it('are asked in vain of what is not there, and of another organization’s', async () => {
    expect(await proposed(randomUUID())).toBeUndefined();
    const one = await reported(on('19T12:00'));
    await listing.caughtUp();
    const stranger = listing.caller('safety-event.compare', 'risk-manager', mia, randomUUID());
    const handler = new ProposeDuplicatesHandler(listing.db.api, listing.lookups);
    expect(await handler.execute(new ProposeDuplicates(one, stranger, read))).toBeUndefined();
  });
});
