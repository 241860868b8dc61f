import { collectDefaultMetrics, Gauge, Registry } from 'prom-client';
import { Source } from './source.js';

/** One value of a gauge, as it is when somebody asks. */
export interface Reading {
  readonly labels: Readonly<Record<string, string | number>>;
  readonly value: number;
}

/** What a gauge is called and means, and which labels its readings have: one at least, or it could not be silent. */
export interface Described {
  readonly name: string;
  readonly help: string;
  readonly labelNames: readonly [string, ...string[]];
}

/**
 * The figures of one process as Prometheus reads them: counts, seconds and names of our own parts. Never an id, nor
 * anything of a person.
 */
export class Metrics {
  readonly registry = new Registry();
  private readonly sources: Source<unknown>[] = [];

  /** `process`: which of our programs this is; every figure says so. */
  constructor(process: string) {
    this.registry.setDefaultLabels({ process });
    collectDefaultMetrics({ register: this.registry });
    this.gauge({ name: 'forthright_source_up', help: UP, labelNames: ['source'] }, () => this.ups());
  }

  /** Something outside of this process that gauges are read from. */
  source<T>(name: string, ask: () => Promise<T>): Source<T> {
    const source = new Source(name, ask);
    this.sources.push(source);
    return source;
  }

  /** A gauge that is read whenever somebody asks. One that has nothing to say has no values then. */
  gauge(described: Described, read: () => readonly Reading[] | Promise<readonly Reading[]>): void {
    const { name, help, labelNames } = described;
    const gauge: Gauge = new Gauge({
      name,
      help,
      labelNames,
      registers: [this.registry],
      collect: async () => {
        const readings = await read();
        gauge.reset();
        for (const { labels, value } of readings) gauge.set({ ...labels }, value);
      },
    });
  }

  /** Everything, in the text format. */
  text(): Promise<string> {
    return this.registry.metrics();
  }

  get contentType(): string {
    return this.registry.contentType;
  }

  private ups(): Promise<Reading[]> {
    return Promise.all(
      this.sources.map(async (source) => ({
        labels: { source: source.name },
        value: (await source.read()) === undefined ? 0 : 1,
      })),
    );
  }
}

const UP = 'Whether what the figures come from could be asked (1) or not (0)';
