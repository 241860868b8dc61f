/** What may be attached: pictures, documents, tables and plain text, by what a file holds and never by what it is called. */
export const MEDIA_TYPES = [
  'image/jpeg',
  'image/png',
  'image/heic',
  'image/webp',
  'application/pdf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'text/plain',
] as const;
export type MediaType = (typeof MEDIA_TYPES)[number];

/** Who brought a file: a member of staff, who submitted a concern, or who reported a safety event. */
export const BRINGERS = ['staff', 'submitter', 'reporter'] as const;
export type Bringer = (typeof BRINGERS)[number];

/** What a scan found; `unscanned`: there is no scanner here, and whoever takes the file is told so. */
export const VERDICTS = ['clean', 'infected', 'unscanned'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** Why a file is taken away again. */
export const REMOVAL_REASONS = ['wrong-record', 'entered-in-error', 'infected'] as const;
export type RemovalReason = (typeof REMOVAL_REASONS)[number];

/** Bytes that a file may have: 10 MiB. */
export const FILE_LIMIT = 10_485_760;

/** Files that a record may have, those that were taken away not counted. */
export const FILES_LIMIT = 20;
