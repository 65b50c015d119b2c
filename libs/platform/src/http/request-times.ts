import type { Metric, Registry } from 'prom-client';

const name = 'ajudant_http_request_seconds';
const help = 'Time from the arrival of a request to the end of its answer, by template of the route.';
const bounds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

interface Labels {
  readonly method: string;
  readonly route: string;
  readonly status: string;
}

/** Requests of one route that were answered with one status. */
class Series {
  /** How many took at most as long as the bound in the same place, and longer than the one before it; those above all come last. */
  private readonly counts = [...bounds, Infinity].map(() => 0);
  private sum = 0;

  constructor(private readonly labels: Labels) {}

  observe(seconds: number): void {
    let place = 0;
    while (place < bounds.length && seconds > bounds[place]!) place += 1;
    this.counts[place]! += 1;
    this.sum += seconds;
  }

  /** A histogram counts into each bucket what is in the lower ones, too. */
  get values(): object[] {
    const { labels, sum } = this;
    let count = 0;
    const buckets = this.counts.map((own, place) => {
      count += own;
      return { metricName: `${name}_bucket`, labels: { le: bounds[place] ?? '+Inf', ...labels }, value: count };
    });
    return [
      ...buckets,
      { metricName: `${name}_sum`, labels, value: sum },
      { metricName: `${name}_count`, labels, value: count },
    ];
  }
}

/**
 * How long requests took. A histogram of prom-client's looks the labels of what it counts up anew for each request, which takes
 * longer than to count; so it is given what is counted here when somebody asks.
 */
export class RequestTimes {
  /** Bounded by the routes that there are and the statuses that they answer. */
  private readonly series = new Map<string, Series>();

  constructor(registry: Registry) {
    const get = async () => ({ name, help, type: 'histogram', aggregator: 'sum', values: this.values });
    registry.registerMetric({ name, get } as unknown as Metric);
  }

  observe(method: string, route: string, status: number, seconds: number): void {
    const key = `${method} ${route} ${status}`;
    let series = this.series.get(key);
    if (series === undefined) {
      series = new Series({ method, route, status: String(status) });
      this.series.set(key, series);
    }
    series.observe(seconds);
  }

  private get values(): object[] {
    return [...this.series.values()].flatMap(({ values }) => values);
  }
}
