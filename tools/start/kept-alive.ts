import { setTimeout as sleep } from 'node:timers/promises';
import type { ServiceProcess } from './service-process.js';

/** From one death to the next the pauses grow: what dies at once would otherwise do nothing but start. */
const usualPausesMs = [1_000, 2_000, 5_000, 10_000, 30_000] as const;

export interface Keeping {
  readonly startAnew: () => ServiceProcess;
  readonly say: (text: string) => void;
  /** Aborted when the service is to end for good. */
  readonly signal: AbortSignal;
  readonly pausesMs?: readonly number[];
}

/** Starts a service again whenever it has ended, until the signal says that it may stay so. */
export async function keepAlive(
  first: ServiceProcess,
  { startAnew, say, signal, pausesMs = usualPausesMs }: Keeping,
): Promise<void> {
  let service = first;
  for (let deaths = 0; ; deaths += 1) {
    const how = await service.ended;
    const pauseMs = pausesMs[Math.min(deaths, pausesMs.length - 1)] ?? 0;
    if (!signal.aborted) say(`${how}; it is started again in ${pauseMs / 1_000} s`);
    await sleep(pauseMs, undefined, { signal }).catch(() => undefined);
    if (signal.aborted) return;
    service = startAnew();
  }
}
