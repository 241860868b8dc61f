import { eventProblem } from '#kernel/core';
import { deciding } from '#kernel/core/testing';
import { measureSnapshotDecider, type TakeMeasureSnapshot } from './measure-snapshot.decider.js';
import { measureSnapshotTaken } from './measure-snapshot.events.js';
import { marchTaken, takeMarch } from './measure-snapshot.examples.js';

const { given } = deciding(measureSnapshotDecider);

const taking = (more: Partial<TakeMeasureSnapshot['data']>): TakeMeasureSnapshot => ({
  ...takeMarch,
  data: { ...takeMarch.data, ...more },
});
const unmatured = [{ ...takeMarch.data.figures[0], notMatured: 1 }];

describe('a snapshot', () => {
  it('freezes the figures as they are', () => {
    given().when(takeMarch).then(marchTaken);
    expect(eventProblem(measureSnapshotTaken, marchTaken.data)).toBeUndefined();
  });

  it('is never taken twice: another one is another snapshot', () => {
    given(marchTaken).when(takeMarch).thenRefused('measure-snapshot/already-taken');
  });

  it('is refused while a case is not matured, or a period goes on', () => {
    given()
      .when(taking({ figures: unmatured }))
      .thenRefused('measure-snapshot/provisional');
    given()
      .when(taking({ endsAt: '2026-05-01T12:00:00.000Z' }))
      .thenRefused('measure-snapshot/provisional');
  });

  it('may be published as provisional, and says so only where it is', () => {
    given()
      .when(taking({ figures: unmatured, provisional: true }))
      .then({ ...marchTaken, data: { ...marchTaken.data, figures: unmatured, provisional: true } });
    given()
      .when(taking({ provisional: true }))
      .then(marchTaken);
  });
});
