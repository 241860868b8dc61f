import { DiagLogLevel, diag } from '@opentelemetry/api';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { BatchSpanProcessor, NodeTracerProvider, type SpanProcessor } from '@opentelemetry/sdk-trace-node';
import { type Config, type Logger, logger, pastSpan, type StepTaken, stepTaken } from '#kernel/platform';

/** Milliseconds that a collector may take for an answer, and that a leaving process waits for it. */
const ANSWER_MS = 2_000;
/** Seconds. What a reader reads long after it happened (a new view, a rebuild) is not a part of that old trace. */
const RECENT = 600;
/** Spans of one step at most: a batch of hundreds says no more by hundreds of spans. */
const MOST = 50;

type Resource = NonNullable<NonNullable<ConstructorParameters<typeof NodeTracerProvider>[0]>['resource']>;

/** Spans on their way to a collector: those of requests and commands, and those of the readers that follow. */
export class Tracing {
  private readonly deaf: () => void;

  private constructor(private readonly provider: NodeTracerProvider) {
    this.deaf = stepTaken.hear(spansOf);
  }

  /** Starts where a collector was named (OTEL_EXPORTER_OTLP_ENDPOINT); the SDK's own OTEL_ variables hold. */
  static start(
    { otlpEndpoint, logLevel }: Pick<Config, 'otlpEndpoint' | 'logLevel'>,
    process: string,
  ): Tracing | undefined {
    if (otlpEndpoint === undefined) return undefined;
    sayOnce(logger(logLevel, process));
    const url = `${otlpEndpoint.replace(/\/$/, '')}/v1/traces`;
    return Tracing.to(new BatchSpanProcessor(new OTLPTraceExporter({ url, timeoutMillis: ANSWER_MS })), process);
  }

  /** The same, to a processor of the caller's. */
  static to(processor: SpanProcessor, process: string): Tracing {
    const resource = resourceOf(`forthright-${process}`);
    const provider = new NodeTracerProvider({ spanProcessors: [processor], resource });
    provider.register({ propagator: null }); // traceparent is read and stored by our own hands
    return new Tracing(provider);
  }

  /** Sends what is left, as far as the collector takes it in time. */
  async stop(): Promise<void> {
    this.deaf();
    await this.provider.shutdown().catch(() => undefined);
  }

  /** Nest's name for the same. */
  onApplicationShutdown(): Promise<void> {
    return this.stop();
  }
}

/** A reader's step, once in every trace that its events belong to. */
const spansOf = ({ reader, version, ledger, events, seconds }: StepTaken): void => {
  const now = performance.timeOrigin + performance.now();
  const traces = new Map<string, string>();
  for (const { meta, type, recordedAt } of events) {
    if (traces.size >= MOST) break;
    if (meta.traceparent && now - Date.parse(recordedAt) < RECENT * 1000) traces.set(meta.traceparent, type);
  }
  for (const [traceparent, type] of traces)
    pastSpan(
      traceparent,
      `read ${reader}`,
      {
        'forthright.reader': reader,
        'forthright.reader.version': version,
        'forthright.ledger': ledger,
        'forthright.event.type': type,
        'forthright.batch.events': events.length,
      },
      seconds,
    );
};

/** Who sends the spans. Made by hand: the package that makes resources is not ours to import. */
const resourceOf = (service: string): Resource => {
  const attributes = {
    'service.name': service,
    'telemetry.sdk.language': 'nodejs',
    'telemetry.sdk.name': 'opentelemetry',
  };
  const resource: Resource = { attributes, getRawAttributes: () => Object.entries(attributes), merge: () => resource };
  return resource;
};

/** A collector that is away is told once, and by no words of its own. */
const sayOnce = (log: Logger): void => {
  let said = false;
  const error = () => {
    if (!said) log.warn('the collector of traces does not take them');
    said = true;
  };
  const nothing = () => undefined;
  diag.setLogger({ error, warn: nothing, info: nothing, debug: nothing, verbose: nothing }, DiagLogLevel.ERROR);
};
