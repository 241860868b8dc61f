import { InMemorySpanExporter, type ReadableSpan, SimpleSpanProcessor } from '@opentelemetry/sdk-trace-node';
import type { Recorded } from '#kernel/core';
import { beginRequestSpan, inSpan, inTraceOf, stepTaken } from '#kernel/platform';
import { Tracing } from './tracing.js';

const TRACE = '0af7651916cd43dd8448eb211c80319c';
const SPAN = 'b7ad6b7169203331';
const CALLER = `00-${TRACE}-${SPAN}-01`;

const exporter = new InMemorySpanExporter();
let tracing: Tracing;

beforeAll(() => {
  tracing = Tracing.to(new SimpleSpanProcessor(exporter), 'spec');
});
beforeEach(() => exporter.reset());
afterAll(() => tracing.stop());

const spans = () => exporter.getFinishedSpans();
const parentOf = (span: ReadableSpan | undefined) => span?.parentSpanContext?.spanId;
const event = (different: Partial<Recorded> = {}) =>
  ({ type: 'Fell', recordedAt: new Date().toISOString(), meta: { traceparent: CALLER }, ...different }) as Recorded;
const step = (events: readonly Recorded[]) =>
  stepTaken.tell({ reader: 'falls', version: 1, ledger: 1, events, seconds: 0.5 });

describe('spans', () => {
  it('of a request and of the work within it, as a part of the caller’s trace', async () => {
    const request = beginRequestSpan(CALLER);
    await request?.within(() => inSpan('work', { n: 1 }, async () => undefined));
    request?.end('GET /x', {}, false);
    const [work, asked] = spans();
    expect([asked?.name, asked?.spanContext().traceId, parentOf(asked)]).toEqual(['GET /x', TRACE, SPAN]);
    expect([work?.name, work?.attributes, parentOf(work)]).toEqual(['work', { n: 1 }, asked?.spanContext().spanId]);
    expect(request?.traceparent).toBe(`00-${TRACE}-${asked?.spanContext().spanId}-01`);
    expect(asked?.resource.attributes['service.name']).toBe('forthright-spec');
  });

  it('hold of an error its name, and never its words', async () => {
    const failing = async () => {
      throw new TypeError('planted words');
    };
    await expect(inTraceOf(CALLER, 'work', {}, failing)).rejects.toThrow('planted words');
    expect(spans()[0]?.attributes).toEqual({ 'error.type': 'TypeError' });
    expect(
      JSON.stringify(spans().map(({ status, events, attributes }) => ({ status, events, attributes }))),
    ).not.toContain('planted');
  });

  it('are not made outside of a trace', async () => {
    expect(await inSpan('work', {}, async () => 7)).toBe(7);
    expect(await inTraceOf(undefined, 'work', {}, async () => 7)).toBe(7);
    expect(spans()).toEqual([]);
  });

  it('of a reader stand once in every trace that its events belong to', () => {
    const other = `00-${'1'.repeat(32)}-${SPAN}-01`;
    step([event(), event(), event({ meta: { traceparent: other } }), event({ meta: {} })]);
    expect(spans().map((span) => [span.name, span.spanContext().traceId])).toEqual([
      ['read falls', TRACE],
      ['read falls', '1'.repeat(32)],
    ]);
    expect(spans().map(({ duration: [seconds, nanos] }) => seconds + nanos / 1e9)).toEqual([0.5, 0.5]);
  });

  it('of a reader are not made long afterwards, nor by hundreds, nor where the caller sampled nothing', () => {
    step([event({ recordedAt: '2026-01-02T03:04:05.678Z' })]);
    step([event({ meta: { traceparent: CALLER.replace(/01$/, '00') } })]);
    expect(spans()).toEqual([]);
    const many = Array.from({ length: 500 }, (_, n) => String(n + 1).padStart(32, '0'));
    step(many.map((trace) => event({ meta: { traceparent: `00-${trace}-${SPAN}-01` } })));
    expect(spans()).toHaveLength(50);
  });
});

it('nothing is traced where no collector is named', () => {
  expect(Tracing.start({ logLevel: 'silent' }, 'spec')).toBeUndefined();
});
