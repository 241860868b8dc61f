import { Signal } from './signals.js';

it('a signal reaches all who listen, until they stop, and nobody else', () => {
  const rung = new Signal<{ readonly times: number }>('spec-rung');
  rung.tell({ times: 0 });
  const first: number[] = [];
  const second: number[] = [];
  const stop = rung.hear(({ times }) => first.push(times));
  rung.hear(({ times }) => second.push(times));
  rung.tell({ times: 1 });
  stop();
  rung.tell({ times: 2 });
  expect([first, second]).toEqual([[1], [1, 2]]);
});
