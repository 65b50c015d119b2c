import { collectDefaultMetrics, Gauge, Registry } from 'prom-client';
import { RequestTimes } from './request-times.js';

/** One value of a gauge, with its labels. */
export interface Sample {
  readonly value: number;
  readonly labels?: Readonly<Record<string, string>>;
}

// Those of the process can be collected only once in it, however many applications there are.
let ofProcess: Registry | null = null;

function processMetrics(): Registry {
  if (!ofProcess) {
    ofProcess = new Registry();
    collectDefaultMetrics({ register: ofProcess });
  }
  return ofProcess;
}

/** Figures for Prometheus: those of the process, of the requests, and whatever else parts of the app register. */
export class Metrics {
  private readonly registry = new Registry();
  /** From now on, and not from when somebody asks first: what is counted counts from the start. */
  private readonly ofProcess = processMetrics();
  private readonly requests = new RequestTimes(this.registry);

  /**
   * A figure that is looked up whenever somebody asks for the metrics. A collector that fails, or takes longer than
   * two seconds, leaves its figure out and fails nothing else.
   */
  gauge(name: string, help: string, labelNames: readonly string[], collect: () => Promise<readonly Sample[]>): void {
    const gauge = new Gauge({
      name,
      help,
      labelNames: [...labelNames],
      registers: [],
      async collect() {
        this.reset();
        const samples = await withinTwoSeconds(collect).catch(() => []);
        for (const { value, labels } of samples) this.set(labels ?? {}, value);
      },
    });
    this.registry.registerMetric(gauge);
  }

  observeRequest(method: string, route: string, status: number, seconds: number): void {
    this.requests.observe(method, route, status, seconds);
  }

  get contentType(): string {
    return this.registry.contentType;
  }

  async text(): Promise<string> {
    return Registry.merge([this.ofProcess, this.registry]).metrics();
  }
}

async function withinTwoSeconds<T>(work: () => Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('The collector took too long')), 2_000);
  });
  try {
    return await Promise.race([work(), late]);
  } finally {
    clearTimeout(timer);
  }
}
