import { code, coded, type EventOf, eventType, open, optional, sealed, sha256, text, uuid, whole } from '#kernel/core';
import { BRINGERS, FILE_LIMIT, MEDIA_TYPES, REMOVAL_REASONS, VERDICTS } from './attachment.codes.js';

const attachmentId = open('OPER', uuid());

/** A file came to a record (domain.md 8.1: hash and pointer only). Its bytes are kept beside the log, under the stream's key. */
const attachmentAdded = eventType('AttachmentAdded', 1, {
  attachmentId,
  /** Of the bytes as they came. It would tell who holds the same file that this is it, as words would. */
  sha256: open('PHI', sha256()),
  /** In bytes. */
  size: open('OPER', whole(1, FILE_LIMIT)),
  mediaType: open('OPER', code(MEDIA_TYPES)),
  /** What the bringer called it: people name files after people. */
  name: sealed('PHI', text(200)),
  from: open('OPER', code(BRINGERS)),
  by: optional(open('IDENT', uuid())),
});

/** A scanner, or nobody (`engine` is `none`), has said what it thinks of a file. */
const attachmentScanned = eventType('AttachmentScanned', 1, {
  attachmentId,
  verdict: open('OPER', code(VERDICTS)),
  engine: open('OPER', coded()),
  /** What the scanner calls that which it found. */
  finding: optional(open('OPER', coded())),
});

/** A file was taken away: its bytes are gone, that it was there is not. */
const attachmentRemoved = eventType('AttachmentRemoved', 1, {
  attachmentId,
  reason: open('OPER', code(REMOVAL_REASONS)),
  by: open('OPER', uuid()),
});

/** Every event type of this package. They ride on streams of any kind. */
export const attachmentCatalogue = [attachmentAdded, attachmentScanned, attachmentRemoved] as const;
export type AttachmentEvent = EventOf<(typeof attachmentCatalogue)[number]>;
export type AttachmentAdded = EventOf<typeof attachmentAdded>;
