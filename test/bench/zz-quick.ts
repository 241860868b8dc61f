import pg from 'pg';
import { bareInsert } from './bare-insert.js';
import { forthright } from './forthright-contender.js';
import { load, median } from './load.js';

const base = 'postgresql://app@127.0.0.1:6018/';
const c = new pg.Client(base + 'postgres');
await c.connect();
await c.query('drop database if exists quick with (force)');
await c.query('create database quick');
await c.end();
const a = await forthright(base + 'quick'),
  b = await bareInsert(base + 'quick');
const seconds = Number(process.env.S ?? 2);
for (const w of (process.env.W ?? '8').split(',').map(Number)) {
  const x = await a.open(w),
    y = await b.open(w);
  await load(x.append, w, 1, 1);
  await load(y.append, w, 1, 1);
  for (let i = 0; i < Number(process.env.R ?? 4); i++) {
    const m = await load(x.append, w, 1, seconds),
      n = process.env.NOBARE ? m : await load(y.append, w, 1, seconds);
    console.log(
      `w=${w} ours ${m.perSecond.toFixed(0)} ${m.p50.toFixed(2)}/${m.p99.toFixed(2)} bare ${n.perSecond.toFixed(0)} ${n.p50.toFixed(2)}/${n.p99.toFixed(2)} ratio ${(m.perSecond / n.perSecond).toFixed(2)}`,
    );
  }
  await x.close();
  await y.close();
}
