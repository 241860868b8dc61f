import { automating, recorded } from '#kernel/readers/testing';
import { fall, identifiedAt, omar, owed, sam } from '../caregiver-support/caregiver-support.examples.js';
import { OweCaregiverSupport } from '../commands/owe-support/owe-support.command.js';
import { whenInvolvedStaffIdentifiedThenOweSupport } from './when-involved-staff-identified-then-owe-support.js';
import { whenSupportOwedThenTellPeerSupporters } from './when-support-owed-then-tell-peer-supporters.js';

const place = { facility: sam, zone: 'America/Chicago' };

describe('who was involved', () => {
  const identified = (relation?: 'contractor') =>
    recorded(
      {
        type: 'InvolvedStaffIdentified',
        data: {
          staff: omar,
          involvement: 'cared_for_patient',
          ...(relation && { relation }),
          identifiedAt,
          identifiedBy: sam,
        },
      } as const,
      { stream: `safety-event-${fall}`, meta: place },
    );

  it('is owed support, by how they belonged to the facility', () => {
    for (const [told, relation] of [[undefined, 'employed'] as const, ['contractor', 'contractor'] as const])
      automating(whenInvolvedStaffIdentifiedThenOweSupport)
        .when(identified(told))
        .thenSends((act) => [
          new OweCaregiverSupport({ safetyEventId: fall, staff: omar, relation, identifiedAt }, act({ meta: place })),
        ]);
  });
});

describe('peer supporters', () => {
  const asked = async (fact: typeof owed): Promise<unknown[]> => {
    const sent: unknown[] = [];
    const tx = { query: async (_: string, values: readonly unknown[]) => sent.push(...values.slice(2, 7)) };
    const stream = `caregiver-support-${fall}`;
    await whenSupportOwedThenTellPeerSupporters.apply(tx as never, [recorded(fact, { stream })]);
    return sent;
  };

  it('are told that somebody is owed an offer: not who', async () =>
    expect(await asked(owed)).toEqual([
      ['caregiver-support-owed'],
      ['notice'],
      [JSON.stringify({ role: 'peer-supporter' })],
      [`caregiver-support-${fall}`],
      ['{}'],
    ]));

  it('are not told of those to whom none is owed', async () =>
    expect(await asked({ ...owed, data: { ...owed.data, relation: 'not_of_this_facility' } })).toEqual([]));
});
