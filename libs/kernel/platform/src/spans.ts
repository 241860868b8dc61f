import { type Context, context, ROOT_CONTEXT, type Span, SpanKind, SpanStatusCode, trace } from '@opentelemetry/api';

/** What a span says beside its name: codes, counts and names of our own parts. Never a person, a path or a text. */
export type SpanAttributes = Readonly<Record<string, string | number | boolean>>;

/** The span of a request, from its first byte to its answer. */
export interface RequestSpan {
  /** Names this span as W3C Trace Context does, for whoever goes on with the trace. */
  readonly traceparent: string;
  /** Does work as part of it. */
  within<T>(work: () => T): T;
  end(name: string, attributes: SpanAttributes, failed: boolean): void;
}

const TRACEPARENT = /^00-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})$/;

/** W3C Trace Context; one that is malformed is none. */
export const traceparentOf = (header: unknown): string | undefined =>
  typeof header === 'string' && TRACEPARENT.test(header) ? header : undefined;

/**
 * Begins the span of a request, as a part of the caller's trace if it names one. Nothing where nobody traces, or not
 * this one.
 */
export const beginRequestSpan = (traceparent: string | undefined): RequestSpan | undefined => {
  const parent = contextOf(traceparent);
  const span = tracer().startSpan('request', { kind: SpanKind.SERVER }, parent);
  if (!span.isRecording()) return undefined;
  const inside = trace.setSpan(parent, span);
  return {
    traceparent: written(span),
    within: (work) => context.with(inside, work),
    end: (name, attributes, failed) => {
      span.updateName(name).setAttributes(attributes);
      if (failed) span.setStatus({ code: SpanStatusCode.ERROR });
      span.end();
    },
  };
};

/** Does a piece of work as a span of the trace that is under way; where none is, just does it. */
export const inSpan = <T>(name: string, attributes: SpanAttributes, work: () => Promise<T>): Promise<T> =>
  trace.getActiveSpan()?.isRecording() ? spanning(name, attributes, context.active(), work) : work();

/** The same, as a part of the trace that an event names: for work that follows from it in another process. */
export const inTraceOf = <T>(
  traceparent: string | undefined,
  name: string,
  attributes: SpanAttributes,
  work: () => Promise<T>,
): Promise<T> =>
  traceparentOf(traceparent) === undefined ? work() : spanning(name, attributes, contextOf(traceparent), work);

/** A span that is over already: what took these seconds until now, as a part of the trace that is named. */
export const pastSpan = (traceparent: string, name: string, attributes: SpanAttributes, seconds: number): void => {
  const endTime = performance.now();
  const startTime = endTime - seconds * 1000;
  const kind = SpanKind.CONSUMER;
  tracer().startSpan(name, { kind, attributes, startTime }, contextOf(traceparent)).end(endTime);
};

const tracer = () => trace.getTracer('forthright');

const spanning = <T>(name: string, attributes: SpanAttributes, parent: Context, work: () => Promise<T>): Promise<T> =>
  tracer().startActiveSpan(name, { attributes }, parent, async (span) => {
    try {
      return await work();
    } catch (error) {
      // The error's name: its message may quote what somebody wrote.
      span.setAttribute('error.type', error instanceof Error ? error.name : typeof error);
      span.setStatus({ code: SpanStatusCode.ERROR });
      throw error;
    } finally {
      span.end();
    }
  });

const contextOf = (traceparent: string | undefined): Context => {
  const [, traceId, spanId, flags] = TRACEPARENT.exec(traceparent ?? '') ?? [];
  if (!traceId || !spanId || !flags) return ROOT_CONTEXT;
  return trace.setSpanContext(ROOT_CONTEXT, {
    traceId,
    spanId,
    traceFlags: Number.parseInt(flags, 16),
    isRemote: true,
  });
};

const written = (span: Span): string => {
  const { traceId, spanId, traceFlags } = span.spanContext();
  return `00-${traceId}-${spanId}-${traceFlags.toString(16).padStart(2, '0')}`;
};
