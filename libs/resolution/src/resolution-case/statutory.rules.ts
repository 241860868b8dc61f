import { type DomainCommand, type Instant, refuse, secret } from '#kernel/core';
import { checkDecides } from './authority.rules.js';
import {
  type ActiveCase,
  active,
  type By,
  type Facts,
  type ResolutionCase,
  type Rules,
} from './resolution-case.rules.js';

/** What a pack asks of a notice; the handler reads it from the pack that the case goes by. */
export interface Asked {
  readonly jurisdiction: string;
  readonly packVersion: string;
  /** Items that must be said; absent where the pack knows no such notice. */
  readonly required?: readonly string[];
}

export type PinPolicyPack = DomainCommand<
  'PinPolicyPack',
  { jurisdiction: string; packVersion: string; knownAt: Instant }
>;
export type SendStatutoryDisclosure = DomainCommand<
  'SendStatutoryDisclosure',
  { items: readonly string[]; letter: string; pack?: Asked; at: Instant } & By
>;
export type SendCandorNotice = DomainCommand<
  'SendCandorNotice',
  { items: readonly string[]; letter: string; pack?: Asked; at: Instant } & By
>;
export type SignCandorAgreement = DomainCommand<
  'SignCandorAgreement',
  { person?: string /** Whether the pack asks for one. */; asked: boolean; at: Instant } & By
>;

/** The law of the day of the event is the law of the case: a later pack changes it no more (domain.md 8.3). */
export const pin = (data: PinPolicyPack['data'], resolutionCase: ResolutionCase): Facts => {
  const { safetyEventId, care } = active(resolutionCase);
  return care.pack ? [] : [{ type: 'PolicyPackPinned', data: { safetyEventId, ...data } }];
};

/** What a command says of the law is said of the pack that the case goes by. */
export const checkPack = (pack: Asked | undefined, { care }: ActiveCase): void => {
  if (pack?.jurisdiction !== care.pack?.jurisdiction || pack?.packVersion !== care.pack?.packVersion)
    refuse('resolution-case/other-pack', 'The case goes by another policy pack.');
};

/** The notice's pack is the case's, and everything that it asks for is said. */
const checked = (pack: Asked | undefined, items: readonly string[], before: ActiveCase, absent: string): Asked => {
  const { care } = before;
  if (!pack?.required || !care.pack) return refuse('resolution-case/no-such-notice', absent);
  checkPack(pack, before);
  const missing = pack.required.filter((one) => !items.includes(one));
  if (missing.length > 0)
    return refuse('resolution-case/notice-items-missing', `The notice must also say: ${missing.join(', ')}.`, 'items');
  return pack;
};

export const discloseInWriting = (data: SendStatutoryDisclosure['data'], resolutionCase: ResolutionCase): Facts => {
  const before = active(resolutionCase);
  const { items, letter, at, by } = data;
  const { jurisdiction, packVersion } = checked(
    data.pack,
    items,
    before,
    'The policy pack of this case asks for no disclosure in writing.',
  );
  return [
    {
      type: 'StatutoryDisclosureSent',
      data: {
        safetyEventId: before.safetyEventId,
        jurisdiction,
        packVersion,
        items,
        letter: secret(letter),
        sentAt: at,
        sentBy: by,
      },
    },
  ];
};

export const sendCandorNotice = (data: SendCandorNotice['data'], resolutionCase: ResolutionCase): Facts => {
  const before = active(resolutionCase);
  const { items, letter, at, by } = data;
  const { jurisdiction, packVersion } = checked(
    data.pack,
    items,
    before,
    'The policy pack of this case knows no candor statute.',
  );
  if (before.care.candorNotice) return refuse('resolution-case/notice-sent', 'The candor notice was already sent.');
  return [
    {
      type: 'CandorNoticeSent',
      data: {
        safetyEventId: before.safetyEventId,
        jurisdiction,
        packVersion,
        items,
        letter: secret(letter),
        sentAt: at,
        sentBy: by,
      },
    },
  ];
};

export const signCandorAgreement = (data: SignCandorAgreement['data'], resolutionCase: ResolutionCase): Facts => {
  const { safetyEventId, care, people } = active(resolutionCase);
  const { person, asked, at, by } = data;
  if (!asked || !care.pack)
    return refuse('resolution-case/no-agreement-asked', 'The policy pack of this case asks for no agreement.');
  if (!care.candorNotice) return refuse('resolution-case/no-notice', 'The candor notice comes before the agreement.');
  if (care.candorAgreed) return refuse('resolution-case/agreement-signed', 'The agreement was already signed.');
  checkDecides(people, person, at);
  return [
    {
      type: 'CandorAgreementSigned',
      data: {
        safetyEventId,
        jurisdiction: care.pack.jurisdiction,
        signedAt: at,
        recordedBy: by,
        ...(person && { person }),
      },
    },
  ];
};

export type StatutoryCommand = PinPolicyPack | SendStatutoryDisclosure | SendCandorNotice | SignCandorAgreement;

export const statutoryRules: Rules<StatutoryCommand> = {
  PinPolicyPack: pin,
  SendStatutoryDisclosure: discloseInWriting,
  SendCandorNotice: sendCandorNotice,
  SignCandorAgreement: signCandorAgreement,
};
