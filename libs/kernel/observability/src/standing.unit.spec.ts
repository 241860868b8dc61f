import type { Database } from '#kernel/platform';
import type { Checkpoints, Lag } from '#kernel/readers';
import { figure } from '../../../../test/support/figures.js';
import { Metrics } from './metrics.js';
import { watchEffects, watchPool, watchReaders } from './standing.js';

const list: Lag = {
  reader: 'list',
  version: 1,
  ledger: 1,
  position: 5,
  behind: 2,
  seconds: 0.5,
  parked: 0,
  built: true,
};

it('where the readers stand: behind, in trouble, with parked streams', async () => {
  const metrics = new Metrics('spec');
  const lags = [list, { ...list, reader: 'record', parked: 3, trouble: 'TypeError' }];
  watchReaders(metrics, { lags: async () => lags } as unknown as Checkpoints);
  const text = await metrics.text();
  const of = (name: string, reader: string) =>
    figure(text, `forthright_${name}`, { reader, version: '1', ledger: '1' });
  expect([of('reader_behind_positions', 'list'), of('reader_behind_seconds', 'list')]).toEqual([2, 0.5]);
  expect([of('reader_in_trouble', 'list'), of('reader_in_trouble', 'record')]).toEqual([0, 1]);
  expect([of('reader_parked_streams', 'list'), of('reader_parked_streams', 'record')]).toEqual([0, 3]);
  expect(figure(text, 'forthright_ledger_position', { ledger: '1' })).toBe(7);
});

describe('outside effects', () => {
  const effects = async (call: () => Promise<object[]>) => {
    const metrics = new Metrics('spec');
    watchEffects(metrics, { call } as unknown as Pick<Database, 'call'>);
    return metrics.text();
  };
  const failing = (code: string) => () => Promise.reject(Object.assign(new Error('planted'), { code }));

  it('are told by state', async () => {
    const text = await effects(async () => [{ state: 'unknown', effects: 2 }]);
    expect(figure(text, 'forthright_effects_open', { state: 'unknown' })).toBe(2);
  });

  it('are none where there is no table of them, and away where the database is', async () => {
    const up = async (code: string) =>
      figure(await effects(failing(code)), 'forthright_source_up', { source: 'effects' });
    expect([await up('42P01'), await up('3F000'), await up('57P01')]).toEqual([1, 1, 0]);
  });
});

it('the connections to the database: used, idle, and who waits for one', async () => {
  const metrics = new Metrics('spec');
  watchPool(metrics, { connections: { open: 5, idle: 2, waiting: 4 } });
  const text = await metrics.text();
  const of = (state: string) => figure(text, 'forthright_database_connections', { state });
  expect([of('used'), of('idle'), of('waiting')]).toEqual([3, 2, 4]);
});
