import { type Decider, type DomainCommand, type DomainEvent, refuse, secret, unreachable } from '#kernel/core';
import { type Bringer, FILES_LIMIT, type MediaType, type RemovalReason, type Verdict } from './attachment.codes.js';
import type { AttachmentEvent } from './attachment.events.js';

export type AddAttachment = DomainCommand<
  'AddAttachment',
  {
    attachmentId: string;
    sha256: string;
    size: number;
    mediaType: MediaType;
    name: string;
    from: Bringer;
    by?: string;
  }
>;
export type RecordScan = DomainCommand<
  'RecordScan',
  { attachmentId: string; verdict: Verdict; engine: string; finding?: string }
>;
export type RemoveAttachment = DomainCommand<
  'RemoveAttachment',
  { attachmentId: string; reason: RemovalReason; by: string }
>;
export type AttachmentCommand = AddAttachment | RecordScan | RemoveAttachment;

/** What the rules need to know of a file. */
interface Attached {
  readonly id: string;
  readonly sha256: string;
  readonly verdict?: Verdict;
  readonly removed?: true;
}

/** The files of a record; nothing where there is no record. */
export type AttachedTo =
  | { readonly record: 'absent' }
  | { readonly record: 'there'; readonly files: readonly Attached[] };

/**
 * The file of a record that has these very bytes, if it has one: the same file twice is one file. One that was taken away
 * may come again.
 */
export const sameFile = (state: AttachedTo, sha256: string): string | undefined =>
  state.record === 'there' ? state.files.find((file) => file.sha256 === sha256 && !file.removed)?.id : undefined;

const decideOn =
  (category: string) =>
  (command: AttachmentCommand, state: AttachedTo): readonly AttachmentEvent[] => {
    const files = state.record === 'there' ? state.files : refuse(`${category}/not-found`, 'There is no such record.');
    switch (command.type) {
      case 'AddAttachment':
        return added(command.data, files);
      case 'RecordScan':
        return scanned(command.data, fileIn(files, command.data.attachmentId));
      case 'RemoveAttachment': {
        const { attachmentId } = command.data;
        if (fileIn(files, attachmentId).removed) return [];
        return [{ type: 'AttachmentRemoved', data: command.data }];
      }
      default:
        return unreachable(command);
    }
  };

const fileIn = (files: readonly Attached[], id: string): Attached =>
  files.find((file) => file.id === id) ?? refuse('attachment/not-found', 'There is no such attachment.');

const added = (data: AddAttachment['data'], files: readonly Attached[]): readonly AttachmentEvent[] => {
  if (sameFile({ record: 'there', files }, data.sha256)) return [];
  if (files.filter(({ removed }) => !removed).length >= FILES_LIMIT)
    return refuse('attachment/too-many', `A record may have at most ${FILES_LIMIT} attachments.`);
  return [{ type: 'AttachmentAdded', data: { ...data, name: secret(data.name) } }];
};

/** What was found once stays found; what was clean may be found infected by a scanner that knows more. */
const MAY_FOLLOW: Readonly<Record<Verdict | 'none', readonly Verdict[]>> = {
  none: ['clean', 'infected', 'unscanned'],
  unscanned: ['clean', 'infected'],
  clean: ['infected'],
  infected: [],
};

const scanned = (data: RecordScan['data'], { verdict, removed }: Attached): readonly AttachmentEvent[] =>
  removed || !MAY_FOLLOW[verdict ?? 'none'].includes(data.verdict) ? [] : [{ type: 'AttachmentScanned', data }];

const isAttachmentEvent = (event: DomainEvent): event is AttachmentEvent => event.type.startsWith('Attachment');

const evolve = (state: AttachedTo, event: DomainEvent): AttachedTo => {
  const files = state.record === 'there' ? state.files : [];
  if (!isAttachmentEvent(event)) return { record: 'there', files };
  const { attachmentId } = event.data;
  const changed = (change: Partial<Attached>): AttachedTo => ({
    record: 'there',
    files: files.map((file) => (file.id === attachmentId ? { ...file, ...change } : file)),
  });
  switch (event.type) {
    case 'AttachmentAdded':
      return { record: 'there', files: [...files, { id: attachmentId, sha256: event.data.sha256 }] };
    case 'AttachmentScanned':
      return changed({ verdict: event.data.verdict });
    case 'AttachmentRemoved':
      return changed({ removed: true });
    default:
      return unreachable(event);
  }
};

/**
 * The files of records of one kind, whatever else their streams tell: the same rules ride on all of them
 * (domain.md 7.6 and 8.1). A record that is not there takes nothing.
 */
export const attachmentDecider = (category: string): Decider<AttachedTo, AttachmentCommand, DomainEvent> => ({
  category,
  hears: 'riders too',
  initialState: { record: 'absent' },
  decide: decideOn(category),
  evolve,
});
