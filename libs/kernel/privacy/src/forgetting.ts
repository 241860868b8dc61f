import { streamId } from '#kernel/core';
import type { Envelope, Receipt, Streams } from '#kernel/ledger';
import { derivedUuid } from '#kernel/platform';
import { type SubjectCommand, subjectDecider } from './subject/subject.decider.js';
import type { ErasureReason } from './subject/subject.events.js';

/** The person who acts, as told by the envelope: forgetting is never anonymous and never a process's own idea. */
const actingPerson = ({ actor }: Envelope): string => {
  if (actor.id === undefined || actor.kind === 'system')
    throw new Error('Only a known person decides about forgetting');
  return actor.id;
};

/**
 * Streams that tell of one person and are forgotten together, by category: beside a stream of the one, those of the others
 * that have the same id.
 */
export type ForgottenTogether = Readonly<Record<string, readonly string[]>>;

/**
 * Forgetting a person: one asks, another approves, and then the {@link shredder} destroys the key. A subject is
 * named by its stream, and what is kept beside it goes with it. The ledger keeps every row as it was; what was sealed reads as erased.
 */
export class Forgetting {
  constructor(
    private readonly streams: Streams,
    private readonly together: ForgottenTogether = {},
  ) {}

  /** Everything that is forgotten with a subject: itself, and what is kept beside it. */
  subjectsOf(subject: string): readonly string[] {
    const id = streamId(subject);
    const category = subject.slice(0, -id.length - 1);
    return [subject, ...(this.together[category] ?? []).map((other) => `${other}-${id}`)];
  }

  /** Asks for an erasure. Nothing is erased until somebody else approves. */
  request(subject: string, reasonCode: ErasureReason, envelope: Envelope): Promise<Receipt> {
    const by = actingPerson(envelope);
    return this.decide({ type: 'RequestErasure', data: { subject, reasonCode, by } }, envelope);
  }

  /** Approves an erasure that another person asked for. It cannot be undone. */
  approve(subject: string, envelope: Envelope): Promise<Receipt> {
    const [, ...beside] = this.subjectsOf(subject);
    return this.decide({ type: 'ApproveErasure', data: { subject, beside, by: actingPerson(envelope) } }, envelope);
  }

  /** Forbids erasing a subject while a legal matter is open. */
  placeHold(subject: string, matter: string, envelope: Envelope): Promise<Receipt> {
    return this.decide({ type: 'PlaceLegalHold', data: { subject, matter, by: actingPerson(envelope) } }, envelope);
  }

  /** Ends the hold of one matter; holds of others stand. */
  releaseHold(subject: string, matter: string, envelope: Envelope): Promise<Receipt> {
    return this.decide({ type: 'ReleaseLegalHold', data: { subject, matter, by: actingPerson(envelope) } }, envelope);
  }

  private decide(command: SubjectCommand, envelope: Envelope): Promise<Receipt> {
    return this.streams.decide(subjectDecider, derivedUuid('subject', command.data.subject), command, envelope);
  }
}
