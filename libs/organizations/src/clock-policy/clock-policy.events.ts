import { coded, type EventOf, eventType, flag, list, open, optional, uuid, whole } from '#kernel/core';

/** How one kind of clock runs here from now on (domain.md 8.2). What runs already runs on as it did. */
export const clockDefined = eventType('ClockDefined', 1, {
  /** As in `DL-20`. */
  kind: open('OPER', coded()),
  /** Counted from the one that ships, which is 1. */
  version: open('OPER', whole(2, 100_000)),
  runs: open('OPER', flag()),
  clock: open('OPER', coded()),
  amount: open('OPER', whole(0, 100_000)),
  pausableFor: open('OPER', list(coded())),
  extensions: open('OPER', whole(0, 1000)),
  tells: open('OPER', coded()),
  /** What the limit rests on, as a tag or a short citation. */
  basis: open('OPER', coded()),
  status: open('OPER', coded()),
  definedBy: open('OPER', uuid()),
});

/** The organization, or one of its facilities, goes by the law of a jurisdiction as a policy pack has it (domain.md 8.3). */
export const policyPackAdopted = eventType('PolicyPackAdopted', 1, {
  jurisdiction: open('OPER', coded()),
  /** The version of the pack that was the newest then; a case goes by the one in force on the day of its event. */
  packVersion: open('OPER', coded()),
  facilityId: optional(open('OPER', uuid())),
  adoptedBy: open('OPER', uuid()),
});

export const clockPolicyCatalogue = [clockDefined, policyPackAdopted] as const;
export type ClockPolicyEvent = EventOf<(typeof clockPolicyCatalogue)[number]>;
