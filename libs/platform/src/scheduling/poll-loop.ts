import { Logger } from '@nestjs/common';
import { setTimeout as sleep } from 'node:timers/promises';
import { IdleBackoff } from './idle-backoff.js';

const firstBackoffMs = 50;
const maxBackoffMs = 2_000;

/** How long a loop waits after a step, in ms, unless it is woken before. */
export const pollDelays = {
  /** There is more to do. */
  none: 0,
  /** Another process is at it, and may leave something to do. */
  contended: 25,
  /** There was nothing to do, and nobody waits for it. */
  relaxed: 2_000,
  /** Whoever has something to do wakes the loop, in this process. */
  untilWoken: Infinity,
} as const;

/** Resolves after so many milliseconds, or fails when the signal says that nobody waits any more. */
export type Pause = (ms: number, signal: AbortSignal) => Promise<unknown>;

const realPause: Pause = (ms, signal) => sleep(ms, undefined, { signal });

/** A delay in ms, or `'idle'` where there was nothing to do and nobody may tell when there is: see `IdleBackoff`. */
export type NextPoll = number | 'idle';

/**
 * Runs a step again and again: after the delay that the step asks for, or when woken. A step that fails is tried again
 * with a backoff of at most 2 s, for as long as it takes.
 */
export class PollLoop {
  private readonly abort = new AbortController();
  private readonly logger = new Logger('PollLoop');
  private interrupt: (() => void) | null = null;
  private wakePending = false;
  private gathering: NodeJS.Timeout | null = null;
  private running: Promise<void> = Promise.resolve();
  private failing: Date | null = null;
  private progressed: Date | null = null;
  private readonly idle = new IdleBackoff();

  constructor(
    /** Names it in the log. */
    private readonly name: string,
    /** Is told whether it was woken since the last step; answers with when the next one is due. */
    private readonly step: (woken: boolean) => Promise<NextPoll>,
    private readonly pause: Pause = realPause,
  ) {}

  get failingSince(): string | null {
    return this.failing?.toISOString() ?? null;
  }

  /** When a step last succeeded. */
  get lastProgressAt(): string | null {
    return this.progressed?.toISOString() ?? null;
  }

  get isStopping(): boolean {
    return this.abort.signal.aborted;
  }

  /** @param firstInMs when the first step is due, unless it is woken before */
  start(firstInMs: number = pollDelays.none): void {
    this.running = this.run(firstInMs);
  }

  /** Has the next step run at once; during a step, right after it. */
  wake(): void {
    this.wakePending = true;
    this.interrupt?.();
  }

  /**
   * The same in so many ms, however often it is asked for until then: what happens one after the other is taken together,
   * where taking it costs as much for one as for many.
   */
  wakeIn(ms: number): void {
    this.gathering ??= setTimeout(() => {
      this.gathering = null;
      this.wake();
    }, ms).unref();
  }

  /** Lets the step in hand end. */
  async stop(): Promise<void> {
    this.abort.abort();
    this.interrupt?.();
    await this.running;
  }

  private async run(firstInMs: number): Promise<void> {
    let backoffMs = firstBackoffMs;
    if (firstInMs > 0 && !this.wakePending) await this.wait(firstInMs, true);
    while (!this.isStopping) {
      const woken = this.wakePending;
      this.wakePending = false;
      try {
        const delayMs = this.delayBefore(await this.step(woken), woken);
        this.succeeded();
        backoffMs = firstBackoffMs;
        if (delayMs > 0 && !this.wakePending) await this.wait(delayMs, true);
      } catch (error) {
        this.failed(error);
        // Being woken must not make a storm of attempts out of an outage.
        await this.wait(backoffMs, false);
        backoffMs = Math.min(backoffMs * 2, maxBackoffMs);
      }
    }
  }

  private delayBefore(next: NextPoll, woken: boolean): number {
    if (woken || next !== 'idle') this.idle.reset();
    return next === 'idle' ? this.idle.next() : next;
  }

  private succeeded(): void {
    if (this.failing !== null) this.logger.log(`${this.name} works again`);
    this.failing = null;
    this.progressed = new Date();
  }

  private failed(error: unknown): void {
    if (this.failing !== null || this.isStopping) return;
    this.failing = new Date();
    this.logger.warn(`${this.name} fails and will be tried again: ${String(error)}`);
  }

  private async wait(ms: number, canBeWoken: boolean): Promise<void> {
    if (this.isStopping) return;
    const timer = new AbortController();
    const woken = new Promise<void>((resolve) => {
      this.interrupt = () => (canBeWoken || this.isStopping ? resolve() : undefined);
    });
    const due = () => this.pause(ms, timer.signal).catch(() => undefined);
    await (ms === Infinity ? woken : Promise.race([woken, due()]));
    timer.abort();
    this.interrupt = null;
  }
}
