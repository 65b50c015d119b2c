import { ReadinessRegistry } from '#platform/http';
import { Injectable } from '@nestjs/common';

/**
 * Wakes whoever waits in this process for what comes over events. Nothing of the database is held while waiting: each
 * look is a short transaction of its own.
 */
@Injectable()
export class ResultWaiter {
  /** How often a waiting request looks by itself: what it waits for may have come in through another process. */
  protected readonly pollMs: number = 1_000;
  private readonly listeners = new Map<string, Set<() => void>>();

  constructor(private readonly readiness: ReadinessRegistry) {}

  /** To be called after the commit that made the thing visible. */
  announce(key: string): void {
    for (const listener of this.listeners.get(key) ?? []) listener();
  }

  /** Returns how to stop listening. */
  listen(key: string, listener: () => void): () => void {
    const listeners = this.listeners.get(key) ?? new Set();
    this.listeners.set(key, listeners.add(listener));
    return () => {
      listeners.delete(listener);
      if (listeners.size === 0) this.listeners.delete(key);
    };
  }

  /** Looks until there is something, at most so long; null when there is nothing by then. */
  async until<T>(key: string, seconds: number, look: () => Promise<T | null>): Promise<T | null> {
    const deadline = performance.now() + seconds * 1_000;
    const bell = new Bell();
    const stopListening = this.listen(key, () => bell.ring());
    this.readiness.shutdown.addEventListener('abort', bell.ring);
    try {
      // A timer may fire some milliseconds early, so the last look is the one after the last wait, and not told by the clock.
      let isLast = false;
      for (;;) {
        bell.hush();
        const found = await look();
        const left = deadline - performance.now();
        if (found !== null || isLast || left <= 0 || this.readiness.shutdown.aborted) return found;
        const hasRung = await bell.rung(Math.min(left, this.pollMs));
        isLast = !hasRung && left <= this.pollMs;
      }
    } finally {
      stopListening();
      this.readiness.shutdown.removeEventListener('abort', bell.ring);
    }
  }
}

/** Remembers a ring that came while nobody was waiting for it. */
class Bell {
  private hasRung = false;
  private wake: () => void = () => undefined;

  readonly ring = (): void => {
    this.hasRung = true;
    this.wake();
  };

  hush(): void {
    this.hasRung = false;
  }

  /** Whether it has rung, at the latest after so long. */
  rung(atMostMs: number): Promise<boolean> {
    if (this.hasRung) return Promise.resolve(true);
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, atMostMs, false);
      this.wake = () => {
        clearTimeout(timer);
        resolve(true);
      };
    });
  }
}
