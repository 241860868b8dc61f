import { instant } from '#kernel/core';
import { readCursor, writeCursor } from './cursor.js';
import { ProblemError } from './problem.js';

const cursor = { key: '2026-03-02T09:00:00.000Z', id: '018f0000-0000-7000-8000-0000000000e1' };

describe('A cursor', () => {
  it('comes back as it went out', () => {
    expect(readCursor(writeCursor(cursor), instant())).toEqual(cursor);
    expect(readCursor(undefined, instant())).toBeUndefined();
  });

  it.each([
    ['is no base64', '%%%'],
    ['is no JSON', Buffer.from('nonsense').toString('base64url')],
    ['is no pair', Buffer.from('{"key":1}').toString('base64url')],
    ['sorts by something else', writeCursor({ ...cursor, key: "'; drop table" })],
    ['sorts by a day that never was', writeCursor({ ...cursor, key: '2026-02-31T09:00:00.000Z' })],
    ['names no id', writeCursor({ ...cursor, id: 'first' })],
  ])('is refused when it %s', (_, text) => {
    expect(() => readCursor(text, instant())).toThrow(ProblemError);
    expect(() => readCursor(text, instant())).toThrow('cursor is not one that this list gave out.');
  });
});
