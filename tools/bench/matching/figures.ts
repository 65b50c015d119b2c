import { loadavg } from 'node:os';

/** The value below which a part of all values lies. */
export function percentile(values: readonly number[], part: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(part * sorted.length) - 1))] ?? Number.NaN;
}

/** Least, middle and most. */
export function spread(values: readonly number[], digits = 1): string {
  return [0, 0.5, 1].map((part) => percentile(values, part).toFixed(digits)).join(' / ');
}

export const latencies = (values: readonly number[]): string =>
  `p50 ${percentile(values, 0.5).toFixed(2)} ms   p99 ${percentile(values, 0.99).toFixed(2)} ms   slowest ${percentile(values, 1).toFixed(2)} ms`;

/** What else the machine was doing: the times below mean little when it was busy. */
export const load = (): string => `load average ${loadavg()[0]!.toFixed(1)}`;
