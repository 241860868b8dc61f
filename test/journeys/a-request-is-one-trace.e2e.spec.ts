import { randomBytes, randomUUID } from 'node:crypto';
import { freePort } from '#kernel/platform';
import { eventually } from '../support/eventually.js';
import { figure } from '../support/figures.js';
import { Journey } from '../support/journey.js';
import { aFall } from '../support/reports.js';
import { type CollectedSpan, type TraceCollector, traceCollector } from '../support/trace-collector.js';

const VIEWS = ['safety-events.list', 'safety-events.record'];

let collector: TraceCollector;
let journey: Journey;
let metricsPort: number;

beforeAll(async () => {
  [collector, metricsPort] = await Promise.all([traceCollector(), freePort()]);
  const env = {
    OTEL_EXPORTER_OTLP_ENDPOINT: collector.url,
    OTEL_BSP_SCHEDULE_DELAY: '100',
    METRICS_PORT: `${metricsPort}`,
  };
  journey = await Journey.begin({ telling: { env } });
});
afterAll(async () => {
  await journey?.end();
  await collector?.close();
});

const named = (spans: readonly CollectedSpan[], name: string, service?: string): CollectedSpan => {
  const found = spans.filter((span) => span.name === name && (!service || span.service === service));
  if (found.length !== 1) throw new Error(`${found.length} spans ${name} among: ${spans.map((one) => one.name)}`);
  return found[0] as CollectedSpan;
};

it('from the request to the views, through both processes, as a part of the caller’s trace', async () => {
  const nurse = await journey.as('reporter');
  const trace = randomBytes(16).toString('hex');
  const caller = randomBytes(8).toString('hex');
  const words = 'Slipped where nobody had mopped.';
  const body = aFall(String(journey.persona('reporter').facility), { narrative: words });
  const { id } = await nurse.done('/v1/safety-events', body, { traceparent: `00-${trace}-${caller}-01` });

  await eventually(() => {
    const spans = collector.spans.filter(({ traceId }) => traceId === trace);
    const request = named(spans, 'POST /v1/safety-events');
    expect(request).toMatchObject({ service: 'forthright-api', parentSpanId: caller });
    expect(request.attributes).toMatchObject({ 'http.response.status_code': 201, 'http.route': '/v1/safety-events' });
    const decided = named(spans, 'decide safety-event', 'forthright-api');
    expect(decided).toMatchObject({ parentSpanId: request.spanId });
    for (const part of ['load', 'seal', 'append'])
      expect(named(spans, part, 'forthright-api').parentSpanId).toBe(decided.spanId);
    for (const view of VIEWS)
      expect(named(spans, `read ${view}`)).toMatchObject({
        service: 'forthright-worker',
        parentSpanId: request.spanId,
        attributes: { 'forthright.reader': view, 'forthright.event.type': 'SafetyEventReported' },
      });
  });

  const told = collector.texts.join('\n');
  const { org, person } = journey.persona('reporter');
  for (const secret of [words, 'MRN-0042', person, org, id, nurse.token]) expect(told).not.toContain(secret);
});

it('without a caller’s trace it begins one of its own; a caller who samples nothing is heeded', async () => {
  const nurse = await journey.as('reporter');
  const body = () => aFall(String(journey.persona('reporter').facility));
  const unsampled = randomBytes(16).toString('hex');
  await nurse.done('/v1/safety-events', body(), {
    traceparent: `00-${unsampled}-${randomBytes(8).toString('hex')}-00`,
  });
  const requestId = randomUUID();
  await nurse.done('/v1/safety-events', body(), { 'x-request-id': requestId });
  await eventually(() => {
    const request = collector.spans.find(({ attributes }) => attributes['forthright.request_id'] === requestId);
    expect(request).toBeDefined();
    const readings = collector.spans.filter(({ parentSpanId }) => parentSpanId === request?.spanId);
    expect(readings.map(({ name }) => name)).toEqual(expect.arrayContaining(VIEWS.map((view) => `read ${view}`)));
  });
  expect(collector.spans.map(({ traceId }) => traceId)).not.toContain(unsampled);
});

it('nobody traces those who look whether all is well', () => {
  expect(collector.spans.filter(({ name }) => name.includes('/health/'))).toEqual([]);
});

describe('metrics', () => {
  const LIST = { reader: 'safety-events.list', version: '2' };

  const figures = async (url: string): Promise<string> => {
    const response = await fetch(url);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toContain('text/plain');
    return response.text();
  };

  it('the api tells of its requests, appends, connections, and of readers and queues, to anyone', async () => {
    const nurse = await journey.as('reporter');
    const before = await figures(`${journey.forthright.url}/metrics`);
    await nurse.done('/v1/safety-events', aFall(String(journey.persona('reporter').facility)));
    await nurse.get(`/v1/nothing/${randomUUID()}`);
    await journey.readersAtHead();
    await eventually(async () => {
      const text = await figures(`${journey.forthright.url}/metrics`);
      const grew = (name: string, labels = {}) => figure(text, name, labels) - (figure(before, name, labels) || 0);
      const reports = { method: 'POST', route: '/v1/safety-events', status: '201', process: 'api' };
      expect(grew('forthright_http_request_duration_seconds_count', reports)).toBe(1);
      const unknown = { route: '(none)', status: '404' };
      expect(grew('forthright_http_request_duration_seconds_count', unknown)).toBe(1);
      expect(grew('forthright_append_batch_seconds_count', { ledger: '1', stored: 'true' })).toBe(1);
      expect(grew('forthright_append_batch_commands_sum', { ledger: '1' })).toBe(1);
      expect(figure(text, 'forthright_ledger_position', { ledger: '1' })).toBe(await journey.head());
      expect(figure(text, 'forthright_reader_behind_positions', LIST)).toBe(0);
      expect(figure(text, 'forthright_reader_in_trouble', LIST)).toBe(0);
      expect(figure(text, 'forthright_queue_jobs', { queue: 'outbound', state: 'completed' })).toBeGreaterThan(0);
      expect(figure(text, 'forthright_source_up', { source: 'readers' })).toBe(1);
      expect(figure(text, 'forthright_database_connections', { state: 'waiting' })).toBe(0);
      expect(figure(text, 'nodejs_eventloop_lag_seconds')).toBeGreaterThanOrEqual(0);
      expect(text).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/);
    });
  });

  it('the worker tells of its readers’ steps, where it was told to', async () => {
    const address = `http://127.0.0.1:${metricsPort}`;
    const text = await figures(`${address}/metrics`);
    const mine = { ...LIST, process: 'worker' };
    expect(figure(text, 'forthright_reader_step_seconds_count', mine)).toBeGreaterThan(0);
    expect(figure(text, 'forthright_reader_events_total', mine)).toBeGreaterThan(0);
    expect(figure(text, 'forthright_reader_behind_positions', mine)).toBe(0);
    expect((await fetch(`${address}/`)).status).toBe(404);
    expect((await fetch(`${address}/metrics`, { method: 'POST' })).status).toBe(405);
  });
});
