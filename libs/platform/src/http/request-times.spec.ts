import { Histogram, Registry } from 'prom-client';
import { RequestTimes } from './request-times.js';

const seconds = [0.001, 0.005, 0.0051, 0.3, 10, 11];

describe('How long requests took', () => {
  it('is told as a histogram of the library would tell it', async () => {
    const [ours, theirs] = [new Registry(), new Registry()];
    const times = new RequestTimes(ours);
    const histogram = new Histogram({
      name: 'ajudant_http_request_seconds',
      help: 'Time from the arrival of a request to the end of its answer, by template of the route.',
      labelNames: ['method', 'route', 'status'],
      buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
      registers: [theirs],
    });
    expect(await ours.metrics()).toBe(await theirs.metrics());
    for (const [method, route, status] of [
      ['GET', '/v1/needs/:id', 200],
      ['POST', 'a "route"', 404],
    ] as const) {
      for (const took of seconds) {
        times.observe(method, route, status, took);
        histogram.observe({ method, route, status: String(status) }, took);
      }
    }
    expect(await Registry.merge([ours]).metrics()).toBe(await Registry.merge([theirs]).metrics());
  });
});
