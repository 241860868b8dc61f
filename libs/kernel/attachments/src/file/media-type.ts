import { fileTypeFromBuffer } from 'file-type/core';
import { refuse } from '#kernel/core';
import { MEDIA_TYPES, type MediaType } from '../attachment/attachment.codes.js';

/** How files of each type are called; the first is the usual one. */
const ENDINGS: Readonly<Record<MediaType, readonly string[]>> = {
  'image/jpeg': ['jpg', 'jpeg'],
  'image/png': ['png'],
  'image/heic': ['heic', 'heif'],
  'image/webp': ['webp'],
  'application/pdf': ['pdf'],
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': ['docx'],
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': ['xlsx'],
  'text/plain': ['txt', 'text', 'md', 'csv', 'log'],
};

/** The usual ending of a file of this type, without its dot. */
export const endingOf = (type: MediaType): string => ENDINGS[type][0] ?? '';

/** What else file-type calls types that are ours. */
const ALSO: Readonly<Record<string, MediaType>> = { 'image/heif': 'image/heic' };

/** Containers of anything: what is inside cannot be looked at by its first bytes. */
const ARCHIVE =
  /^application\/(zip|gzip|x-(7z|rar|tar|bzip2|xz|lzip|compress|cpio|iso|cfb).*|zstd|vnd\.rar|java-archive)/;

/** Beginnings of what a browser would run or draw as a page. */
const MARKUP = /<(!doctype\s+(html|svg)|(html|head|body|script|iframe|svg|object|embed|meta|link)[\s>/])/i;

/** How far into a file browsers look for a page (WHATWG MIME Sniffing: 1445 bytes), and then some. */
const SNIFFED = 4096;

/** What no text has: control characters but tab, line feed, form feed and carriage return. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: that is what is looked for
const CONTROL = /[\0-\x08\x0b\x0e-\x1f\x7f]/;

const OFFICE = /openxmlformats/;

/**
 * What a file is, by what it holds: whatever its sender says of it is not believed. Refuses, and says why
 * (reliability.md 3.10): `attachment/empty`, `attachment/archive`, `attachment/type-not-allowed`, `attachment/active-content`
 * for what would run as a page or hides an archive, `attachment/name-does-not-fit` where the name's ending is of another type.
 */
export const mediaTypeOf = async (bytes: Buffer, name: string): Promise<MediaType> => {
  if (bytes.length === 0) return refuse('attachment/empty', 'This file is empty.');
  const found = await sniffed(bytes);
  const type = found === undefined ? textType(bytes) : allowed(found);
  if (MARKUP.test(bytes.toString('latin1', 0, SNIFFED)))
    return refuse('attachment/active-content', 'This file holds parts of a web page, which are not accepted.');
  if (!OFFICE.test(type) && endsAsArchive(bytes))
    return refuse('attachment/active-content', 'Another file is hidden in this file.');
  const ending = /\.([^.\s]{1,10})$/.exec(name)?.[1]?.toLowerCase();
  if (ending !== undefined && !ENDINGS[type].includes(ending))
    return refuse('attachment/name-does-not-fit', `This file is ${type}, which its name does not say.`, 'X-Filename');
  return type;
};

/** What is broken in a way that stumps the sniffer is nothing that we accept. */
const sniffed = async (bytes: Buffer): Promise<string | undefined> =>
  (await fileTypeFromBuffer(bytes).catch(() => ({ mime: 'application/octet-stream' })))?.mime;

const allowed = (found: string): MediaType => {
  const type = ALSO[found] ?? MEDIA_TYPES.find((one) => one === found);
  if (type) return type;
  return ARCHIVE.test(found)
    ? refuse('attachment/archive', 'Archives are not accepted: attach the files that are in it.')
    : notAllowed();
};

const notAllowed = () =>
  refuse(
    'attachment/type-not-allowed',
    'Accepted are pictures (JPEG, PNG, HEIC, WebP), PDF, Word and Excel documents (docx, xlsx) and plain text in UTF-8.',
  );

const textType = (bytes: Buffer): MediaType => {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return CONTROL.test(text) ? notAllowed() : 'text/plain';
  } catch {
    return notAllowed();
  }
};

/** The end of a ZIP's directory, 22 bytes and a comment: programs that read archives look for it from behind. */
const DIRECTORY_END = Buffer.from('PK\x05\x06', 'latin1');
const DIRECTORY_END_BYTES = 22;
const LONGEST_COMMENT = 65_535;

const endsAsArchive = (bytes: Buffer): boolean => {
  const at = bytes.lastIndexOf(DIRECTORY_END);
  return at >= 0 && at >= bytes.length - DIRECTORY_END_BYTES - LONGEST_COMMENT;
};
