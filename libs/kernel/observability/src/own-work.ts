import { Counter, Histogram } from 'prom-client';
import { answered, batchSent, stepTaken } from '#kernel/platform';
import type { Metrics } from './metrics.js';

const REQUEST_SECONDS = [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
const WORK_SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10];
const BATCH_SIZES = [1, 2, 4, 8, 16, 32, 64, 128, 256, 500];

/** Counts what this process does itself, from what it tells. Answers how to stop. */
export const countOwnWork = ({ registry }: Metrics): (() => void) => {
  const registers = [registry];
  const requests = new Histogram({
    name: 'forthright_http_request_duration_seconds',
    help: 'Seconds from a request to its answer, by the pattern of its route',
    labelNames: ['method', 'route', 'status'],
    buckets: REQUEST_SECONDS,
    registers,
  });
  const batchSeconds = new Histogram({
    name: 'forthright_append_batch_seconds',
    help: 'Seconds that a batch of appends was on its way to the ledger and back, further tries included',
    labelNames: ['ledger', 'stored'],
    buckets: WORK_SECONDS,
    registers,
  });
  const batchCommands = new Histogram({
    name: 'forthright_append_batch_commands',
    help: 'Commands that went to the ledger together',
    labelNames: ['ledger'],
    buckets: BATCH_SIZES,
    registers,
  });
  const stepSeconds = new Histogram({
    name: 'forthright_reader_step_seconds',
    help: 'Seconds of one transaction of a reader that moved its checkpoint',
    labelNames: ['reader', 'version'],
    buckets: WORK_SECONDS,
    registers,
  });
  const eventsRead = new Counter({
    name: 'forthright_reader_events_total',
    help: 'Events that a reader took in',
    labelNames: ['reader', 'version'],
    registers,
  });
  const deaf = [
    answered.hear(({ method, route, status, seconds }) => requests.observe({ method, route, status }, seconds)),
    batchSent.hear(({ ledger, commands, seconds, stored }) => {
      batchSeconds.observe({ ledger, stored: String(stored) }, seconds);
      batchCommands.observe({ ledger }, commands);
    }),
    stepTaken.hear(({ reader, version, events, seconds }) => {
      stepSeconds.observe({ reader, version }, seconds);
      eventsRead.inc({ reader, version }, events.length);
    }),
  ];
  return () => {
    for (const stop of deaf) stop();
  };
};
