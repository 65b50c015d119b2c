import { setTimeout as sleep } from 'node:timers/promises';

const pollMs = 250;
const firstPauseMs = 50;
const longestPauseMs = 2_000;

/**
 * Runs a step again and again: at once while there is more to do, otherwise when hinted or after 250 ms. A step that
 * fails is tried again after a growing pause, for as long as it takes.
 */
export class Follower {
  private readonly abort = new AbortController();
  private wake: (() => void) | null = null;
  private hintPending = false;
  private running: Promise<void> = Promise.resolve();
  private failing: Date | null = null;

  /** @param step Says whether there is more to do right away. */
  constructor(private readonly step: () => Promise<boolean>) {}

  get failingSince(): string | null {
    return this.failing?.toISOString() ?? null;
  }

  get isStopping(): boolean {
    return this.abort.signal.aborted;
  }

  start(): void {
    this.running = this.run();
  }

  hint(): void {
    this.hintPending = true;
    this.wake?.();
  }

  /** Lets the step in hand end. */
  async stop(): Promise<void> {
    this.abort.abort();
    this.wake?.();
    await this.running;
  }

  private async run(): Promise<void> {
    let pause = firstPauseMs;
    while (!this.isStopping) {
      this.hintPending = false;
      try {
        const more = await this.step();
        this.failing = null;
        pause = firstPauseMs;
        if (!more && !this.hintPending) await this.rest(pollMs, true);
      } catch {
        this.failing ??= new Date();
        await this.rest(pause, false);
        pause = Math.min(pause * 2, longestPauseMs);
      }
    }
  }

  private async rest(ms: number, hintsWake: boolean): Promise<void> {
    if (this.isStopping) return;
    const timer = new AbortController();
    const woken = new Promise<void>((resolve) => {
      this.wake = () => (hintsWake || this.isStopping ? resolve() : undefined);
    });
    await Promise.race([woken, sleep(ms, undefined, { signal: timer.signal }).catch(() => undefined)]);
    timer.abort();
    this.wake = null;
  }
}
