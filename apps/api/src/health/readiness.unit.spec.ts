import type { Checkpoints, Lag, Refusals } from '#kernel/readers';
import { Readiness } from './readiness.js';

const list: Lag = {
  reader: 'safety-events.list',
  version: 1,
  ledger: 1,
  position: 7,
  behind: 0,
  seconds: 0,
  parked: 0,
  built: true,
};
const { ledger: _ledger, parked: _parked, built: _built, ...listed } = list;
const asking = (lags: () => Promise<Lag[]>, refused: Record<string, number> = {}) => {
  const refusals = { lately: async () => new Map(Object.entries(refused)) };
  return new Readiness({ lags } as unknown as Checkpoints, refusals as unknown as Refusals).report();
};
const reportOn = (...lags: readonly Lag[]) => asking(async () => [...lags]);

describe('readiness', () => {
  it('waits for a worker where no reader was ever enlisted', async () => {
    expect(await reportOn()).toEqual({ status: 'waiting for a worker', readers: [] });
  });
  it('is given while readers are behind', async () => {
    expect(await reportOn({ ...list, behind: 9 })).toEqual({ status: 'ready', readers: [{ ...listed, behind: 9 }] });
  });
  it('is degraded by a reader in trouble', async () => {
    expect(await reportOn(list, { ...list, trouble: 'QueryFailedError 55P03' })).toMatchObject({ status: 'degraded' });
  });
  it('is degraded by what a reader withholds, and says how much', async () => {
    const { status, readers } = await reportOn({ ...list, parked: 2 });
    expect(status).toBe('degraded');
    expect(readers).toEqual([{ ...listed, parked: 2 }]);
  });
  it('is not given before every view was filled once', async () => {
    const filling = { ...list, behind: 9, built: false };
    expect(await reportOn({ ...filling, track: 'views' })).toMatchObject({ status: 'views are being built' });
    expect(await reportOn(filling)).toMatchObject({ status: 'ready' });
  });
  it('names ledgers where there are several', async () => {
    const { readers } = await reportOn(list, { ...list, ledger: 2 });
    expect(readers.map(({ ledger }) => ledger)).toEqual([1, 2]);
  });
  it('counts what an automation was refused, which degrades nothing', async () => {
    const rule: Lag = { ...list, reader: 'safety-events.when-this-then-that' };
    const { status, readers } = await asking(async () => [list, rule], { [rule.reader]: 3 });
    expect(status).toBe('ready');
    expect(readers.map(({ refused }) => refused)).toEqual([undefined, 3]);
  });
  it('says so where the database does not answer', async () => {
    const away = () => Promise.reject(new Error('away'));
    expect(await asking(away)).toEqual({ status: 'database unavailable', readers: [] });
  });
});
