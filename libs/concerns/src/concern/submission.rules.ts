import { type DomainCommand, type Instant, refuse, secret } from '#kernel/core';
import type {
  AgeGroup,
  ClaimedAuthority,
  ConcernCategory,
  ConcernChannel,
  ConcernOutcome,
  ContactChannel,
  HarmKind,
  IdentityRecipient,
  Quarantine,
  SubmitterRole,
  TimeCertainty,
  Wish,
} from './concern.codes.js';
import type { ConcernFact } from './concern.events.js';
import { type By, type Concern, checkWriter, type KnownConcern, standing, type Writer } from './concern.rules.js';

type Facts = readonly ConcernFact[];

/** How to reach somebody. */
export interface Contact {
  readonly phone?: string;
  readonly email?: string;
  readonly address?: string;
}

export type SubmitConcern = DomainCommand<
  'SubmitConcern',
  {
    channel: ConcernChannel;
    facilityId: string;
    unitId?: string;
    receivedAt: Instant;
    language: string;
    interpreterNeeded?: boolean;
    submitterRole: SubmitterRole;
    aboutSelf: boolean;
    anonymous: boolean;
    submitterName?: string;
    contact?: Contact;
    preferredChannel?: ContactChannel;
    patientName?: string;
    patientRef?: string;
    ageGroup?: AgeGroup;
    authorityClaimed?: ClaimedAuthority;
    narrative: string;
    worry?: string;
    wentWell?: string;
    category?: ConcernCategory;
    outcome?: ConcernOutcome;
    harmKinds?: readonly HarmKind[];
    stillAtRisk: boolean;
    happened?: { readonly from: Instant; readonly until?: Instant; readonly certainty: TimeCertainty };
    place?: string;
    stillInHospital?: boolean;
    toldStaff?: boolean;
    staffResponse?: string;
    wishes?: readonly Wish[];
    wishInWords?: string;
    mayContact: boolean;
    mayShareIdentity: boolean;
    maySurvey: boolean;
    enteredBy?: string;
    quarantine?: Quarantine;
    /** The keyed hash of the code that the submitter gets to follow it with. */
    codeHash?: string;
    /** The latest time that anything told may have. */
    at: Instant;
  }
>;
export type IdentifySubmitter = DomainCommand<
  'IdentifySubmitter',
  { submitterName?: string; contact?: Contact; writer: Writer }
>;
export type DiscloseIdentity = DomainCommand<
  'DiscloseIdentity',
  {
    to: IdentityRecipient;
    unitId?: string;
    /** When the submitter agreed, where the submission does not say it. */
    consentedAt?: Instant;
    at: Instant;
  } & By
>;

/** What stands sealed in a submission, by its field. */
const SEALED = [
  'submitterName',
  'patientName',
  'patientRef',
  'worry',
  'wentWell',
  'place',
  'staffResponse',
  'wishInWords',
] as const;

export const submit = (data: SubmitConcern['data'], concern: Concern): Facts => {
  if (concern.status !== 'none') return refuse('concern/already-submitted', 'This concern was already submitted.');
  const { at, codeHash, narrative, contact, mayShareIdentity, anonymous, ...told } = data;
  checkTold(data);
  const ways = contact && Object.values(contact).some((way) => way !== undefined);
  const words = Object.fromEntries(SEALED.flatMap((name) => (told[name] ? [[name, secret(told[name])]] : [])));
  const clear = Object.fromEntries(
    Object.entries(told).filter(([name]) => !(SEALED as readonly string[]).includes(name)),
  ) as Omit<typeof told, (typeof SEALED)[number]>;
  return [
    {
      type: 'ConcernSubmitted',
      data: {
        ...clear,
        ...words,
        narrative: secret(narrative),
        anonymous,
        ...(ways && { contact: secret(contact) }),
        reachable: Boolean(ways) || codeHash !== undefined,
        // Whoever gives no name cannot have it shared: to agree to it, they would have to give it first.
        mayShareIdentity: mayShareIdentity && !anonymous,
      },
    },
    ...(codeHash === undefined ? [] : [{ type: 'ConcernReceiptIssued' as const, data: { codeHash } }]),
  ];
};

const checkTold = ({ anonymous, submitterName, contact, receivedAt, happened, at }: SubmitConcern['data']): void => {
  for (const [field, given] of Object.entries({ submitterName, contact }))
    if (anonymous && given !== undefined)
      refuse('concern/anonymous-with-identity', 'Who stays unnamed leaves name and contact out.', field);
  if (receivedAt > at) refuse('concern/in-the-future', 'It cannot have been received after now.', 'receivedAt');
  if (!happened) return;
  if (happened.from > receivedAt)
    refuse('concern/in-the-future', 'It cannot have happened after the concern was received.', 'happened.from');
  if (happened.until !== undefined && happened.until < happened.from)
    refuse('concern/ends-before-it-begins', 'The end of the time comes before its beginning.', 'happened.until');
};

/** INV-12: an unnamed concern gains a name from its submitter, by their code, and from nobody else. */
export const identify = ({ submitterName, contact, writer }: IdentifySubmitter['data'], concern: Concern): Facts => {
  const before = standing(concern);
  if (writer.from === 'staff')
    return refuse('concern/not-the-submitter', 'Only the submitter can say who they are, with their code.');
  checkWriter(writer, before);
  if (!before.anonymous) return refuse('concern/already-identified', 'This concern has the name of its submitter.');
  const ways = contact && Object.values(contact).some((way) => way !== undefined);
  if (!submitterName && !ways)
    return refuse('concern/nothing-told', 'Give a name, or a way to be reached.', 'submitterName');
  return [
    {
      type: 'ConcernSubmitterIdentified',
      data: {
        ...(submitterName && { submitterName: secret(submitterName) }),
        ...(contact && ways && { contact: secret(contact) }),
      },
    },
  ];
};

/** Who submitted it is told on only with their consent (C8): to unit and department as they said, else as they agreed later. */
export const discloseIdentity = (data: DiscloseIdentity['data'], concern: Concern): Facts => {
  const before = standing(concern);
  const { to, unitId = before.unitId, at, by } = data;
  if (before.anonymous) return refuse('concern/anonymous', 'Nobody knows who submitted this concern.');
  if (before.status === 'withdrawn') return refuse('concern/withdrawn', 'This concern was withdrawn.');
  const consentedAt = data.consentedAt ?? agreedAtFirst(before, to);
  if (consentedAt > at || consentedAt < before.receivedAt)
    return refuse('concern/consent-out-of-time', 'They agreed between the submission and now.', 'consentedAt');
  if (to === 'unit' && unitId === undefined) return refuse('concern/unit-missing', 'Say which unit is told.', 'unitId');
  const told = to === 'unit' && unitId !== undefined && { unitId };
  return [{ type: 'ConcernIdentityDisclosedByConsent', data: { to, ...told, consentedAt, disclosedBy: by } }];
};

/** The box on the form speaks of the unit and its department, not of other organizations. */
const agreedAtFirst = ({ mayShareIdentity, receivedAt }: KnownConcern, to: IdentityRecipient): Instant =>
  mayShareIdentity && to !== 'external_org'
    ? receivedAt
    : refuse('concern/no-consent', 'The submitter has not agreed to be named: say when they did.', 'consentedAt');
