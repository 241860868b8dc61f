import { createHash } from 'node:crypto';
import { refuse } from '#kernel/core';
import type { Envelope, Log, Receipt, Streams } from '#kernel/ledger';
import { type Database, derivedUuid, type Tx } from '#kernel/platform';
import { type Opener, type Safe, type Shelf, subjectDecider } from '#kernel/privacy';
import { type AttachedFile, attachedIn } from './attached.js';
import { type Bringer, FILE_LIMIT, type RemovalReason } from './attachment/attachment.codes.js';
import { attachmentDecider, sameFile } from './attachment/attachment.decider.js';
import { contentOf, storeFile } from './file/files.sql.js';
import { endingOf, mediaTypeOf } from './file/media-type.js';

/** A file as somebody brought it. */
export interface BroughtFile {
  readonly bytes: Buffer;
  readonly name: string;
  readonly from: Bringer;
  /** The person, where one is known. */
  readonly by?: string;
}

/** A receipt, and the id that the file has: that of the first, where the record has these very bytes already. */
export interface AttachmentReceipt extends Receipt {
  readonly part: string;
}

/** A file of a record with its name opened; no name where the subject was forgotten. */
export type NamedFile = Omit<AttachedFile, 'name'> & { readonly name?: string };

/** A file that may be handed out. `ending` is the usual one of its type. */
export interface TakenFile {
  readonly id: string;
  readonly state: 'clean' | 'unscanned';
  readonly ending: string;
  readonly name: string;
  readonly bytes: Buffer;
}

/** Why a file is not handed out. `missing`: the log came from elsewhere, and the bytes did not come with it. */
export type Withheld = 'absent' | 'quarantined' | 'infected' | 'erased' | 'missing';

const shelfOf = (org: string, stream: string, id: string): Shelf => ({ org, subject: stream, item: `file-${id}` });

/**
 * The files of records of any kind (`category`: safety-event, concern, …). The log has what a file is and what became of it;
 * the bytes are kept beside it, sealed under the record's own key. Who may is for the caller to say.
 */
export class Attachments {
  constructor(
    private readonly db: Database,
    private readonly safe: Safe,
    private readonly opener: Opener,
    private readonly log: Log,
    private readonly streams: Streams,
  ) {}

  /**
   * Attaches a file to a record. The bytes are stored first, and then the event: what is acknowledged is there, and what
   * was not is swept. The same bytes again change nothing. Refuses what `mediaTypeOf` refuses, `attachment/too-large`,
   * `attachment/too-many`, and `<category>/not-found` for no such record, before anything is stored.
   */
  async add(
    category: string,
    id: string,
    { bytes, name, from, by }: BroughtFile,
    envelope: Envelope,
  ): Promise<AttachmentReceipt> {
    if (bytes.length > FILE_LIMIT) refuse('attachment/too-large', `A file may have at most ${FILE_LIMIT} bytes.`);
    const mediaType = await mediaTypeOf(bytes, name);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const attachmentId = derivedUuid('attachment', envelope.org, envelope.commandId, sha256);
    const data = { attachmentId, sha256, size: bytes.length, mediaType, name, from, ...(by !== undefined && { by }) };
    const command = { type: 'AddAttachment', data } as const;
    const decider = attachmentDecider(category);
    const { state } = await this.streams.asOf(decider, envelope.org, id);
    if (decider.decide(command, state).length > 0)
      await this.store(shelfOf(envelope.org, `${category}-${id}`, attachmentId), attachmentId, bytes);
    const receipt = await this.streams.decide(decider, id, command, envelope);
    // Somebody may have brought the same bytes at the same moment: then theirs is the file.
    const { state: after } = await this.streams.asOf(decider, envelope.org, id);
    return { ...receipt, part: sameFile(after, sha256) ?? attachmentId };
  }

  /**
   * Takes a file away for good: it is handed out no more, and a worker deletes its bytes within the hour; the log keeps that
   * it was there. Refuses `attachment/not-found`, and `attachment/under-legal-hold` while a court may want to see it.
   */
  async remove(
    category: string,
    id: string,
    { attachmentId, reason, by }: { attachmentId: string; reason: RemovalReason; by: string },
    envelope: Envelope,
  ): Promise<Receipt> {
    const { org } = envelope;
    const stream = `${category}-${id}`;
    const { state } = await this.streams.asOf(subjectDecider, org, derivedUuid('subject', stream));
    if (state.status === 'kept' && state.holds.length > 0)
      refuse('attachment/under-legal-hold', 'A legal hold forbids taking anything away from this record.');
    const command = { type: 'RemoveAttachment', data: { attachmentId, reason, by } } as const;
    return this.streams.decide(attachmentDecider(category), id, command, envelope);
  }

  /** The files of a record in the order in which they came, their names opened; none where there is no record. */
  async list(tx: Tx, org: string, stream: string): Promise<NamedFile[]> {
    const { events } = await this.log.stream(org, stream);
    return this.named(tx, org, stream, attachedIn(events));
  }

  /** A file to be handed out, never to be shown inline; or why it is not. */
  async take(tx: Tx, org: string, stream: string, id: string): Promise<TakenFile | Withheld> {
    const { events } = await this.log.stream(org, stream);
    const file = attachedIn(events).find((one) => one.id === id);
    if (!file) return 'absent';
    const { state, mediaType } = file;
    if (state === 'quarantined' || state === 'infected') return state;
    const [{ name } = {}] = await this.named(tx, org, stream, [file]);
    if (name === undefined) return 'erased';
    const [row] = await tx.query<{ content: Buffer }>(contentOf, [org, id, stream]);
    if (!row) return 'missing';
    const bytes = await this.safe.open(tx, shelfOf(org, stream, id), row.content);
    return bytes ? { id, state, ending: endingOf(mediaType), name, bytes } : 'erased';
  }

  private async named(tx: Tx, org: string, stream: string, files: readonly AttachedFile[]): Promise<NamedFile[]> {
    const names = await this.opener.openAll(
      tx,
      org,
      files.map(({ name }) => ({ stream, ref: name })),
    );
    return files.map(({ name: _sealed, ...file }, at) => {
      const name = names[at];
      return { ...file, ...(name && 'clear' in name && { name: name.clear }) };
    });
  }

  private async store(shelf: Shelf, id: string, bytes: Buffer): Promise<void> {
    const sealed = await this.safe.seal(shelf, bytes);
    await this.db.inOrg(shelf.org, (tx) => tx.query(storeFile, [shelf.org, id, shelf.subject, sealed]));
  }
}
