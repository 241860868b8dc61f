import { refuse } from '#kernel/core';
import type { FileToSave } from '#kernel/http';
import type { NamedFile, TakenFile, Withheld } from '../attachments.js';

const SAYS: Readonly<Record<Withheld, readonly [string, string]>> = {
  absent: ['attachment/not-found', 'There is no such attachment.'],
  quarantined: ['attachment/quarantined', 'This attachment was not scanned yet. Try again in a moment.'],
  infected: ['attachment/infected', 'A scanner found this attachment infected: it is not handed out.'],
  missing: [
    'attachment/missing',
    'The record came from elsewhere, and the bytes of this attachment did not come with it.',
  ],
  erased: ['attachment/erased', 'This attachment was forgotten.'],
};

/** A file as a route hands it out, to be saved. Refuses, with the reason, what is withheld: `attachment/…`. */
export const handedOut = (id: string, file: TakenFile | Withheld): FileToSave => {
  if (typeof file === 'string') return refuse(...SAYS[file]);
  const { bytes, ending, name, state } = file;
  return { bytes, plainName: `attachment-${id}.${ending}`, name, scan: state };
};

/** How a read of a file is written down. */
export const takenAs = (file: TakenFile | Withheld): 'shown' | 'absent' | 'refused' => {
  if (typeof file === 'object') return 'shown';
  return file === 'absent' ? 'absent' : 'refused';
};

/** Who attached is a matter of IDENT, which a list of files does not show: oneself one may know (domain.md 7.8). */
export const listedFor = (person: string | undefined, files: readonly NamedFile[]): readonly NamedFile[] =>
  files.map(({ by, ...file }) => ({ ...file, ...(by !== undefined && by === person && { by }) }));
