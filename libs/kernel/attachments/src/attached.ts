import type { Instant, Recorded } from '#kernel/core';
import { neededRef, type SealedRef } from '#kernel/privacy';
import type { Bringer, MediaType, Verdict } from './attachment/attachment.codes.js';
import type { AttachmentAdded, AttachmentEvent } from './attachment/attachment.events.js';

/** How a file stands: nobody has looked at it yet, or what was found. */
export const STATES = ['quarantined', 'clean', 'infected', 'unscanned'] as const;
export type State = 'quarantined' | Verdict;

/** A file of a record, as the log tells it; its name sealed. */
export interface AttachedFile {
  readonly id: string;
  readonly sha256: string;
  /** In bytes. */
  readonly size: number;
  readonly mediaType: MediaType;
  readonly name: SealedRef;
  readonly from: Bringer;
  readonly by?: string;
  readonly addedAt: Instant;
  readonly state: State;
  /** The scanner, once there is a verdict; `none` where there was none. */
  readonly engine?: string;
}

const isRecordOf = (event: Recorded): event is Recorded<AttachmentEvent> => event.type.startsWith('Attachment');

/** The files of a record in the order in which they came, without those that were taken away. */
export const attachedIn = (events: readonly Recorded[]): readonly AttachedFile[] => {
  const files = new Map<string, AttachedFile>();
  for (const event of events) {
    if (!isRecordOf(event)) continue;
    const { attachmentId } = event.data;
    const known = files.get(attachmentId);
    if (isAdded(event)) files.set(attachmentId, fileOf(event));
    else if (event.type === 'AttachmentRemoved') files.delete(attachmentId);
    else if (known && 'verdict' in event.data)
      files.set(attachmentId, { ...known, state: event.data.verdict, engine: event.data.engine });
  }
  return [...files.values()];
};

const isAdded = (event: Recorded<AttachmentEvent>): event is Recorded<AttachmentAdded> =>
  event.type === 'AttachmentAdded';

const fileOf = (event: Recorded<AttachmentAdded>): AttachedFile => {
  const { attachmentId: id, sha256, size, mediaType, from, by } = event.data;
  const name = neededRef(event, 'name');
  const addedAt = event.recordedAt;
  return { id, sha256, size, mediaType, name, from, ...(by && { by }), addedAt, state: 'quarantined' };
};
