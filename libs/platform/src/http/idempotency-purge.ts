import { Logger } from '@nestjs/common';
import type { Clock } from '../clock/index.js';
import type { IdempotencyStore } from './idempotency-store.js';

const everyMs = 10 * 60_000;
const batchesAtMost = 100;

/** Deletes old answers from time to time until the shutdown. Any number of processes may do it at once. */
export function purgeFromTimeToTime(store: IdempotencyStore, clock: Clock, shutdown: AbortSignal): void {
  const timer = setInterval(() => void purge(store, clock, shutdown), everyMs).unref();
  shutdown.addEventListener('abort', () => clearInterval(timer));
}

async function purge(store: IdempotencyStore, clock: Clock, shutdown: AbortSignal): Promise<void> {
  try {
    for (let batch = 0; batch < batchesAtMost && !shutdown.aborted; batch++) {
      if ((await store.purge(clock.now())) === 0) return;
    }
  } catch (error) {
    new Logger('IdempotencyPurge').warn(error);
  }
}
