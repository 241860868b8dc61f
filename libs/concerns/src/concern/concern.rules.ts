import { type Instant, type Role, refuse } from '#kernel/core';
import { type ConcernState, type ContactChannel, WRITTEN_CHANNELS } from './concern.codes.js';
import type { Concern, KnownConcern } from './concern.state.js';

export type { Concern, KnownConcern };

/** Who acts, and the role that allowed it. */
export interface By {
  readonly by: string;
  readonly role: Role;
}

/** Who writes: somebody here, or the submitter, whom their code proves. */
export type Writer = ({ readonly from: 'staff' } & By) | { readonly from: 'submitter'; readonly codeHash?: string };

export const notFound = () => refuse('concern/not-found', 'There is no such concern.');

/** A concern that is there at all. INV-03: what was merged away or is spam takes nothing more. */
export const standing = (concern: Concern): KnownConcern => {
  switch (concern.status) {
    case 'none':
      return notFound();
    case 'merged':
      return refuse('concern/merged', 'This concern is handled together with another one.');
    case 'spam':
      return refuse('concern/spam', 'This was taken for spam: clear it first.');
    default:
      return concern;
  }
};

/** A concern that is being worked on. */
export const going = (concern: Concern): KnownConcern => {
  const known = standing(concern);
  switch (known.status) {
    case 'closed':
      return refuse('concern/closed', 'This concern was closed: reopen it first.');
    case 'redirected':
      return refuse('concern/redirected', 'This concern is with another office: reopen it first.');
    case 'withdrawn':
      return refuse('concern/withdrawn', 'This concern was withdrawn: contact about it has stopped.');
    default:
      return known;
  }
};

/** A liaison acts on concerns that are theirs; of others they hear what they would hear of none. */
export const checkOwner = ({ by, role }: By, { owner }: KnownConcern): void => {
  if (role === 'liaison' && by !== owner) notFound();
};

/** Only the submitter has the code: who has another one, or none, hears what they would hear of no concern (INV-12). */
export const checkWriter = (writer: Writer, concern: KnownConcern): void => {
  if (writer.from === 'staff') checkOwner(writer, concern);
  else if (writer.codeHash === undefined || !concern.codes.includes(writer.codeHash)) notFound();
};

/** The event fields that say who wrote. */
export const writtenBy = (writer: Writer): string | undefined => (writer.from === 'staff' ? writer.by : undefined);

/** Whose grievances were merged into this one and wait for their written answers, by id. */
export const owedBy = ({ absorbed }: KnownConcern): readonly string[] =>
  Object.keys(absorbed).filter((id) => absorbed[id] === 'owed');

/** No ending while somebody may be in danger: say what was done about it, or report a safety event of it. */
export const checkNoRisk = ({ atRisk }: KnownConcern): void => {
  if (atRisk)
    refuse('concern/still-at-risk', 'Somebody is still at risk: record what was done at once, or convert it first.');
};

/** INV-13: a grievance has one end, its answer in writing. */
export const checkNoGrievance = ({ grievance }: KnownConcern): void => {
  if (grievance)
    refuse('concern/grievance-unanswered', 'A grievance is answered in writing, and ends in no other way.');
};

/** Its submitter was promised a reply when a safety event was made of it (domain.md 8.15 no. 9). */
export const checkNoPromise = ({ safetyEventId }: KnownConcern): void => {
  if (safetyEventId !== undefined)
    refuse('concern/reply-promised', 'A safety event was reported of it: its submitter waits for a reply from here.');
};

/** Whoever asked not to be contacted may still be answered where they come to look by themselves: under their code. */
export const checkMayReach = (channel: ContactChannel, { mayContact, codes }: KnownConcern): void => {
  if (channel === 'tracking_code' && codes.length === 0)
    refuse('concern/no-tracking-code', 'Nobody holds a code for this concern.', 'channel');
  if (channel !== 'tracking_code' && !mayContact)
    refuse('concern/no-contact-wished', 'The submitter wishes not to be contacted.', 'channel');
};

export const checkInWriting = (channel: ContactChannel): void => {
  if (!WRITTEN_CHANNELS.includes(channel))
    refuse('concern/not-in-writing', 'This is said in writing: by letter, mail or under the code.', 'channel');
};

/** What follows a concern cannot come before it. */
export const checkSince = ({ receivedAt }: KnownConcern, at: Instant): void => {
  if (at < receivedAt)
    refuse('concern/before-received', 'This cannot have been before the concern was received.', 'at');
};

/** States in which a person may still find that it is none, or one that is here already. */
const UNWORKED: readonly ConcernState[] = ['submitted', 'acknowledged', 'triaged'];

/** A concern that nobody has begun to follow up. */
export const unworked = (concern: Concern): KnownConcern => {
  const before = going(concern);
  return UNWORKED.includes(before.status)
    ? before
    : refuse('concern/in-follow-up', 'Somebody has begun to follow this concern up.');
};
