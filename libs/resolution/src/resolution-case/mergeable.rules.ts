import { refuse } from '#kernel/core';
import type { ActiveCase } from './resolution-case.rules.js';
import type { Asked } from './statutory.rules.js';

/** What a case that is merged away owes, and the other one would not know of. */
interface Owed {
  readonly code: string;
  readonly isOwed: (before: ActiveCase, goesOn: ActiveCase, pack: Asked | undefined) => boolean;
  readonly says: string;
}

const goBySameLaw = ({ care: { pack } }: ActiveCase, { care: { pack: other } }: ActiveCase): boolean =>
  pack?.jurisdiction === other?.jurisdiction && pack?.packVersion === other?.packVersion;

const OWED: readonly Owed[] = [
  {
    code: 'resolution-case/undocumented',
    isOwed: ({ talks }) => talks.undocumented.length > 0,
    says: 'A conversation does not stand in the chart yet: record first that it does.',
  },
  {
    code: 'resolution-case/findings-open',
    isOwed: ({ care, talks }) => care.reviewed && talks.findings === 'not_told',
    says: 'A review was completed: share what it found, or record that they do not want to hear it.',
  },
  {
    code: 'resolution-case/relatives-disagree',
    isOwed: ({ people }) => people.relativesDisagree,
    says: 'Relatives disagree: counsel says first who decides.',
  },
  {
    code: 'resolution-case/offer-on-table',
    isOwed: ({ offers }) => offers.current?.state === 'made',
    says: 'An offer is on the table: it is answered or withdrawn first.',
  },
  {
    code: 'resolution-case/disclosure-owed',
    isOwed: (before, goesOn, pack) =>
      pack?.required !== undefined && !before.care.disclosedInWriting && !goBySameLaw(before, goesOn),
    says: 'The law of this case asks for a disclosure in writing, and that of the other one does not know of it.',
  },
  {
    code: 'resolution-case/npdb-report-owed',
    isOwed: ({ offers }) => offers.npdbOwed,
    says: 'A payment has to be reported to the NPDB: its deadline runs.',
  },
];

/** A merge ends a case with all of its clocks: what only it knows to be owed is done first, or the other one is merged into it. */
export const checkMergeable = (before: ActiveCase, goesOn: ActiveCase, pack: Asked | undefined): void => {
  for (const { code, isOwed, says } of OWED) if (isOwed(before, goesOn, pack)) refuse(code, says);
};
