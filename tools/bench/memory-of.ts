import { readFileSync } from 'node:fs';

/** What a process has resident now, or had at the most, in megabytes, as Linux counts it. */
export function memoryOf(pid: number, what: 'VmHWM' | 'VmRSS'): number {
  return Number(new RegExp(`${what}:\\s+(\\d+)`).exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1_024;
}
