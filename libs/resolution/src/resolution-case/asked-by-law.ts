import { defaultPacks, type PolicyPack, packNamed } from '#kernel/clocks';
import type { Care } from './care.state.js';

/** What every disclosure in writing says (domain.md 1.2), since no pack of ours lists more. */
const WRITTEN = ['what_happened', 'contact_person'] as const;

/** The policy pack that was pinned to a case; nothing where none is. */
export const packPinned = ({ pack }: Pick<Care, 'pack'>): PolicyPack | undefined =>
  pack && packNamed(defaultPacks, pack.jurisdiction, pack.packVersion);

const named = ({ jurisdiction, version }: PolicyPack) => ({ jurisdiction, packVersion: version });

/** What a pack asks of the disclosure in writing: without `required` it knows none. */
export const disclosureAsked = (pack: PolicyPack) => ({
  ...named(pack),
  ...(pack.writtenDisclosure && { required: WRITTEN }),
});

/** What a pack asks of the notice that opens a protected discussion: without `required` it knows no candor statute. */
export const candorNoticeAsked = (pack: PolicyPack) => ({
  ...named(pack),
  ...(pack.candorStatute && { required: pack.candorStatute.value.requiredNoticeItems }),
});

/** Whether the patient's written agreement to such a discussion is asked for. */
export const agreementAsked = (pack: PolicyPack | undefined): boolean =>
  pack?.candorStatute?.value.writtenAgreement ?? false;
