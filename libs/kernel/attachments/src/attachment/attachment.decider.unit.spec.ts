import { secret } from '#kernel/core';
import { deciding } from '#kernel/core/testing';
import { FILES_LIMIT } from './attachment.codes.js';
import { type AddAttachment, attachmentDecider, type RecordScan, sameFile } from './attachment.decider.js';
import type { AttachmentEvent } from './attachment.events.js';

const photo = '0192a000-0000-7000-8000-0000000000f1';
const rosa = '0192a000-0000-7000-8000-000000000021';
const hash = (digit: number | string) => `${digit}`.padStart(64, '0');

const decider = attachmentDecider('safety-event');
const { given } = deciding(decider);

const safetyEventReported = { type: 'SafetyEventReported', data: {} };
const add = (more: Partial<AddAttachment['data']> = {}): AddAttachment => ({
  type: 'AddAttachment',
  data: {
    attachmentId: photo,
    sha256: hash(1),
    size: 3,
    mediaType: 'image/png',
    name: 'bed 12.png',
    from: 'reporter',
    ...more,
  },
});
const added = (more: Partial<AddAttachment['data']> = {}): AttachmentEvent => {
  const { name, ...data } = add(more).data;
  return { type: 'AttachmentAdded', data: { ...data, name: secret(name) } };
};
const scan = (verdict: RecordScan['data']['verdict'], attachmentId = photo): RecordScan => ({
  type: 'RecordScan',
  data: { attachmentId, verdict, engine: 'ClamAV' },
});
const scanned = (verdict: RecordScan['data']['verdict']): AttachmentEvent => ({
  type: 'AttachmentScanned',
  data: scan(verdict).data,
});
const removal = { attachmentId: photo, reason: 'wrong-record', by: rosa } as const;
const remove = { type: 'RemoveAttachment', data: removal } as const;
const removed: AttachmentEvent = { type: 'AttachmentRemoved', data: removal };

describe('adding an attachment', () => {
  it('rides on a record of another kind', () => {
    given(safetyEventReported).when(add()).then(added());
    given(safetyEventReported)
      .when(add({ by: rosa }))
      .then(added({ by: rosa }));
  });
  it('is refused where there is no such record', () => given().when(add()).thenRefused('safety-event/not-found'));
  it('names the kind of record that is not there', () => {
    deciding(attachmentDecider('concern')).given().when(add()).thenRefused('concern/not-found');
  });
  it('of the same bytes changes nothing, whatever they are called', () => {
    const again = add({ attachmentId: rosa, name: 'other.png' });
    given(safetyEventReported, added()).when(again).thenNothing();
    given(safetyEventReported, added(), scanned('infected')).when(again).thenNothing();
  });
  it('of bytes that were taken away is possible again', () => {
    given(safetyEventReported, added(), removed)
      .when(add({ attachmentId: rosa }))
      .then(added({ attachmentId: rosa }));
  });

  const many = (count: number) =>
    Array.from({ length: count }, (_, at) => added({ attachmentId: `${at}`, sha256: hash(`a${at}`) }));
  it('is refused when the record is full, and possible when it is nearly so', () => {
    given(safetyEventReported, ...many(FILES_LIMIT))
      .when(add())
      .thenRefused('attachment/too-many');
    given(safetyEventReported, ...many(FILES_LIMIT - 1))
      .when(add())
      .then(added());
  });
  it('is possible in a full record from which one was taken away', () => {
    const gone: AttachmentEvent = { type: 'AttachmentRemoved', data: { ...removal, attachmentId: '0' } };
    given(safetyEventReported, ...many(FILES_LIMIT), gone)
      .when(add())
      .then(added());
  });
});

describe('a scan', () => {
  it.each(['clean', 'infected', 'unscanned'] as const)('finds a new file %s', (verdict) => {
    given(safetyEventReported, added()).when(scan(verdict)).then(scanned(verdict));
  });
  it.each([
    ['unscanned', 'clean'],
    ['unscanned', 'infected'],
    ['clean', 'infected'],
  ] as const)('may find what was %s to be %s', (before, after) => {
    given(safetyEventReported, added(), scanned(before)).when(scan(after)).then(scanned(after));
  });
  it.each([
    ['unscanned', 'unscanned'],
    ['clean', 'clean'],
    ['clean', 'unscanned'],
    ['infected', 'clean'],
    ['infected', 'unscanned'],
    ['infected', 'infected'],
  ] as const)('changes nothing of what was %s by saying %s', (before, after) => {
    given(safetyEventReported, added(), scanned(before)).when(scan(after)).thenNothing();
  });
  it('of a file that nobody added is refused', () => {
    given(safetyEventReported).when(scan('clean')).thenRefused('attachment/not-found');
    given(safetyEventReported, added()).when(scan('clean', rosa)).thenRefused('attachment/not-found');
    given().when(scan('clean')).thenRefused('safety-event/not-found');
  });
  it('of a file that was taken away changes nothing', () => {
    given(safetyEventReported, added(), removed).when(scan('clean')).thenNothing();
  });
});

describe('taking an attachment away', () => {
  it('is possible in any state, once', () => {
    given(safetyEventReported, added()).when(remove).then(removed);
    given(safetyEventReported, added(), scanned('infected')).when(remove).then(removed);
    given(safetyEventReported, added(), removed).when(remove).thenNothing();
  });
  it('of a file that nobody added is refused', () => {
    given(safetyEventReported).when(remove).thenRefused('attachment/not-found');
    given().when(remove).thenRefused('safety-event/not-found');
  });
});

describe('the same file', () => {
  const told = (...history: object[]) =>
    [safetyEventReported, ...(history as AttachmentEvent[])].reduce(decider.evolve, decider.initialState);
  it('is found by its bytes, and not when it was taken away', () => {
    expect(sameFile(decider.initialState, hash(1))).toBeUndefined();
    expect(sameFile(told(added()), hash(1))).toBe(photo);
    expect(sameFile(told(added()), hash(2))).toBeUndefined();
    expect(sameFile(told(added(), removed), hash(1))).toBeUndefined();
  });
});
