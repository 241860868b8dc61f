import { deciding } from '#kernel/core/testing';
import { onCallDecider } from './on-call.decider.js';
import { assignRosa, rosaOnCall, shift } from './on-call.examples.js';

const { given } = deciding(onCallDecider);
const assigning = (from: string, until: string) =>
  ({
    ...assignRosa,
    data: { ...assignRosa.data, shiftId: '0192a000-0000-7000-8000-000000000032', from, until },
  }) as const;

describe('assigning somebody to be on call', () => {
  it('assigns', () => given().when(assignRosa).then(rosaOnCall));
  it('may follow at once on the shift before', () => {
    const next = assigning('2026-03-09T00:00:00.000Z', '2026-03-10T00:00:00.000Z');
    const { by, ...data } = next.data;
    return given(rosaOnCall)
      .when(next)
      .then({ type: 'OnCallAssigned', data: { ...data, assignedBy: by } });
  });
  it.each([
    ['2026-03-08T23:59:00.000Z', '2026-03-10T00:00:00.000Z'],
    ['2026-03-01T00:00:00.000Z', '2026-03-02T00:00:00.001Z'],
    ['2026-03-04T00:00:00.000Z', '2026-03-05T00:00:00.000Z'],
  ])('is refused over another shift: %s to %s', (from, until) =>
    given(rosaOnCall).when(assigning(from, until)).thenRefused('on-call/overlaps'),
  );
  it('is refused where it ends before it begins', () =>
    given()
      .when(assigning('2026-03-04T00:00:00.000Z', '2026-03-04T00:00:00.000Z'))
      .thenRefused('on-call/ends-before-it-begins'));
  it('is refused for more than a month', () =>
    given().when(assigning('2026-03-01T00:00:00.000Z', '2026-04-01T00:00:00.001Z')).thenRefused('on-call/too-long'));
});

describe('releasing a shift', () => {
  const release = { type: 'ReleaseOnCall', data: { shiftId: shift, by: assignRosa.data.by } } as const;
  it('releases, and makes room', () => {
    given(rosaOnCall)
      .when(release)
      .then({ type: 'OnCallReleased', data: { shiftId: shift, releasedBy: assignRosa.data.by } });
    given(rosaOnCall, { type: 'OnCallReleased', data: { shiftId: shift, releasedBy: assignRosa.data.by } })
      .when(assignRosa)
      .then(rosaOnCall);
  });
  it('is refused for what is no shift', () => given().when(release).thenRefused('on-call/not-found'));
});
