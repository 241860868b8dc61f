import { type Decider, type DomainCommand, refuse, unreachable } from '#kernel/core';
import type { ClockPolicyEvent } from './clock-policy.events.js';

type Defined = Omit<Extract<ClockPolicyEvent, { type: 'ClockDefined' }>['data'], 'version' | 'definedBy'>;
/** `standsStill`: whether the kind may at all, which clocks of the law and of accreditors never do. */
type DefineClock = DomainCommand<'DefineClock', Defined & { standsStill: boolean; by: string }>;
type AdoptPolicyPack = DomainCommand<
  'AdoptPolicyPack',
  { jurisdiction: string; packVersion: string; facilityId?: string; by: string }
>;
export type ClockPolicyCommand = DefineClock | AdoptPolicyPack;

interface ClockPolicyState {
  readonly definitions: Readonly<Record<string, { readonly version: number; readonly terms: string }>>;
  readonly packs: readonly string[];
}

/** The one that ships; an organization's own are counted on from it. */
const SHIPPED = 1;

const termsOf = ({ runs, clock, amount, pausableFor, extensions, tells, basis, status }: Defined): string =>
  JSON.stringify([runs, clock, amount, [...pausableFor].sort(), extensions, tells, basis, status]);

const packOf = ({ jurisdiction, packVersion, facilityId }: Omit<AdoptPolicyPack['data'], 'by'>): string =>
  [facilityId ?? 'all', jurisdiction, packVersion].join(' ');

const decide = (command: ClockPolicyCommand, policy: ClockPolicyState): readonly ClockPolicyEvent[] => {
  switch (command.type) {
    case 'DefineClock': {
      const { standsStill, by, ...defined } = command.data;
      if (defined.pausableFor.length > 0 && !standsStill)
        return refuse(
          'clock-policy/never-pauses',
          'A clock of the law or an accreditor never stands still.',
          'pausableFor',
        );
      const before = policy.definitions[defined.kind];
      if (before?.terms === termsOf(defined)) return [];
      const version = (before?.version ?? SHIPPED) + 1;
      return [{ type: 'ClockDefined', data: { ...defined, version, definedBy: by } }];
    }
    case 'AdoptPolicyPack': {
      const { by, ...pack } = command.data;
      if (policy.packs.includes(packOf(pack))) return [];
      return [{ type: 'PolicyPackAdopted', data: { ...pack, adoptedBy: by } }];
    }
    default:
      return unreachable(command);
  }
};

const evolve = (policy: ClockPolicyState, event: ClockPolicyEvent): ClockPolicyState => {
  switch (event.type) {
    case 'ClockDefined': {
      const { kind, version } = event.data;
      return { ...policy, definitions: { ...policy.definitions, [kind]: { version, terms: termsOf(event.data) } } };
    }
    case 'PolicyPackAdopted':
      return { ...policy, packs: [...policy.packs, packOf(event.data)] };
    default:
      return unreachable(event);
  }
};

/** How an organization wants its clocks to run: one stream each, whose id is the organization's. */
export const clockPolicyDecider: Decider<ClockPolicyState, ClockPolicyCommand, ClockPolicyEvent> = {
  category: 'clock-policy',
  initialState: { definitions: {}, packs: [] },
  decide,
  evolve,
};
