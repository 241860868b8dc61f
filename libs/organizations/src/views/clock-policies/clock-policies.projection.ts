import { streamId } from '#kernel/core';
import { projection } from '#kernel/readers';
import type { ClockPolicyEvent } from '../../clock-policy/clock-policy.events.js';
import { ClockPolicyRow } from './clock-policies.row.js';

export const clockPolicies = projection<ClockPolicyRow, ClockPolicyEvent>({
  name: 'organizations.clock-policies',
  version: 1,
  row: ClockPolicyRow,
  key: ({ stream }) => streamId(stream),
  on: {
    ClockDefined: ({ data, recordedAt, revision, position }, row) => ({
      definitions: [...(row?.definitions ?? []), { ...data, since: recordedAt }],
      packs: row?.packs ?? [],
      revision,
      position,
    }),
    PolicyPackAdopted: ({ data, recordedAt, revision, position }, row) => ({
      definitions: row?.definitions ?? [],
      packs: [...(row?.packs ?? []), { ...data, since: recordedAt }],
      revision,
      position,
    }),
  },
});
