import type { Caller } from '#kernel/access';
import type { Recorded } from '#kernel/core';
import { Log } from '#kernel/ledger';
import { Database } from '#kernel/platform';
import { type ErasureReason, Forgetting, KeyRing, shredder } from '#kernel/privacy';
import { Checkpoints } from '#kernel/readers';
import { Mistake } from '../session/mistake.js';
import type { Session } from '../session/session.js';

/** Milliseconds that an approval waits for the shredder. */
const SHREDDING = 5000;

const SUBJECT = /^(person|safety-event|concern|resolution-case)-[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/;

/** Throws a {@link Mistake} unless a subject has sealed words in the caller's organization that can still be read. */
export const needSealed = async (session: Session, { org }: Caller, subject: string): Promise<void> => {
  if (!SUBJECT.test(subject))
    throw new Mistake('A subject is named person-<id>, safety-event-<id>, concern-<id> or resolution-case-<id>.');
  const subjects = session.part(Forgetting).subjectsOf(subject);
  const living = await session.part(Database).inOrg(org, (tx) => session.part(KeyRing).forOpening(tx, org, subjects));
  if (living.size > 0) return;
  const { events } = await session.part(Log).stream(org, subject);
  if (events.length === 0) throw new Mistake(`There is no subject ${subject} in this organization.`);
  throw new Mistake(
    events.some(isSealed) ? `${subject} is forgotten already.` : `Nothing of ${subject} is sealed: it has no key.`,
  );
};

const isSealed = ({ data }: Recorded): boolean =>
  Object.values(data).some((value) => typeof value === 'object' && value !== null && 'sealed' in value);

/** Records that somebody asks for an erasure. */
export const request = async (session: Session, asking: Caller, subject: string, reason: ErasureReason) => {
  await session.part(Forgetting).request(subject, reason, session.act(asking));
};

/** Approves it as another person. Answers whether the shredder has destroyed the key within a few seconds. */
export const approve = async (session: Session, approving: Caller, subject: string): Promise<boolean> => {
  const { ledger, position } = await session.part(Forgetting).approve(subject, session.act(approving));
  return new Checkpoints(session.worker).reached(shredder, ledger, position, SHREDDING);
};
