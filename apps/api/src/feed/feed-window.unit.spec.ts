import { envelopeOf } from '#kernel/readers';
import { recorded } from '#kernel/readers/testing';
import { FeedWindow, markOf } from './feed-window.js';

const envelope = (position: number) =>
  envelopeOf(recorded({ type: 'SafetyEventVoided', data: {} }, { position, ledger: 1 }));
const positions = (envelopes: readonly { position: string }[] | undefined) =>
  envelopes?.map(({ position }) => Number(position));

describe('what the feed remembers', () => {
  let window: FeedWindow;

  beforeEach(() => {
    window = new FeedWindow('the-beginning', 3);
  });
  const add = (...given: number[]) => given.map((position) => window.add(envelope(position)));

  it('tells who comes back what came since, in the order in which it came', () => {
    add(4, 2, 3);
    expect(positions(window.since('1-4'))).toEqual([2, 3]);
    expect(positions(window.since(window.mark))).toEqual([]);
  });

  it('tells who heard nothing yet everything since its beginning', () => {
    const { mark } = window;
    add(1, 2);
    expect(positions(window.since(mark))).toEqual([1, 2]);
  });

  it('does not know what it has never told, and what is too long ago', () => {
    add(1, 2, 3, 4, 5);
    expect(window.since('1-1')).toBeUndefined();
    expect(positions(window.since('1-2'))).toEqual([3, 4, 5]);
    expect(window.since('1-77')).toBeUndefined();
    expect(window.since('the-beginning')).toBeUndefined();
  });

  it('takes an envelope that comes twice once', () => {
    expect(add(1, 2, 1)).toEqual([true, true, false]);
    expect(positions(window.since('the-beginning'))).toEqual([1, 2]);
  });

  it('answers for nothing from before a new beginning', () => {
    const [before] = [markOf(envelope(1))];
    add(1);
    window.begin('another-beginning');
    expect(window.since(before)).toBeUndefined();
    expect(window.since('the-beginning')).toBeUndefined();
    add(1);
    expect(positions(window.since('another-beginning'))).toEqual([1]);
  });
});
