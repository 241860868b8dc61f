import { Lookups, MasterKey } from '#kernel/privacy';
import { fall, omar, sam } from './caregiver-support.examples.js';
import { staffHashOf, supportOf, unlinked } from './keyed-ids.js';

const org = '0192a000-0000-7000-8000-000000000001';
const otherOrg = '0192a000-0000-7000-8000-000000000002';
const keys = new Lookups(new MasterKey(Buffer.alloc(32, 1)));
const otherKeys = new Lookups(new MasterKey(Buffer.alloc(32, 2)));
const involved = { safetyEventId: fall, staff: omar };

describe.each([
  ['the hash of somebody', staffHashOf],
  ['the id of their support', supportOf],
])('%s', (_, made) => {
  it('is the same whenever it is asked for', () => expect(made(keys, org, involved)).toBe(made(keys, org, involved)));

  it('is another one for each person, safety event, organization and key', () => {
    const all = [
      made(keys, org, involved),
      made(keys, org, { ...involved, staff: sam }),
      made(keys, org, { ...involved, safetyEventId: sam }),
      made(keys, otherOrg, involved),
      made(otherKeys, org, involved),
    ];
    expect(new Set(all).size).toBe(all.length);
    for (const one of all) expect(one).not.toContain(omar);
  });
});

describe('the envelope of what follows from an identification', () => {
  const envelope = {
    org,
    actor: { kind: 'system', role: 'system' },
    commandId: sam,
    requestHash: Buffer.alloc(32, 7),
    correlationId: fall,
    causationId: omar,
    meta: { facility: fall, zone: 'America/Chicago', traceparent: '00-1-1-01' },
  } as const;

  it('keeps who acts and where, and nothing that leads back', () => {
    const made = unlinked(keys, envelope);
    expect(made).toMatchObject({ org, actor: envelope.actor, meta: { facility: fall, zone: 'America/Chicago' } });
    expect(made.correlationId).toBe(made.commandId);
    expect(made.commandId).not.toBe(envelope.commandId);
    expect(made.requestHash).not.toEqual(envelope.requestHash);
    expect(Object.keys(made).sort()).toEqual(['actor', 'commandId', 'correlationId', 'meta', 'org', 'requestHash']);
    expect(made.meta).not.toHaveProperty('traceparent');
  });

  it('is the same for the same command, so that a retry is one', () => {
    expect(unlinked(keys, envelope)).toEqual(unlinked(keys, envelope));
    expect(unlinked(keys, { ...envelope, commandId: omar }).commandId).not.toBe(unlinked(keys, envelope).commandId);
    expect(unlinked(otherKeys, envelope).commandId).not.toBe(unlinked(keys, envelope).commandId);
  });
});
