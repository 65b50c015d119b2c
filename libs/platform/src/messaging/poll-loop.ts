import { Logger } from '@nestjs/common';
import { setTimeout as sleep } from 'node:timers/promises';

const firstPauseMs = 50;
const longestPauseMs = 2_000;

/** How long a follower rests after a step, in ms, unless it is hinted before. */
export const rests = {
  /** There is more to do. */
  none: 0,
  /** Somebody else is at it, and may leave something to do. */
  contended: 25,
  /** There was nothing to do; hints may get lost. */
  idle: 250,
  /** There was nothing to do, and nobody waits for it. */
  leisure: 2_000,
  /** Whoever has something to do says so in this process. */
  untilHinted: 30_000,
} as const;

/**
 * Runs a step again and again: after the rest that the step asks for, or when hinted. A step that fails is tried again
 * after a growing pause of at most 2 s, for as long as it takes.
 */
export class Follower {
  private readonly abort = new AbortController();
  private readonly logger = new Logger('Messaging');
  private wake: (() => void) | null = null;
  private hintPending = false;
  private running: Promise<void> = Promise.resolve();
  private failing: Date | null = null;
  private progressed: Date | null = null;

  constructor(
    /** Names it in the log. */
    private readonly name: string,
    /** Is told whether a hint came since the last step; answers with how long to rest, in ms. */
    private readonly step: (hinted: boolean) => Promise<number>,
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
      const hinted = this.hintPending;
      this.hintPending = false;
      try {
        const restMs = await this.step(hinted);
        this.succeeded();
        pause = firstPauseMs;
        if (restMs > 0 && !this.hintPending) await this.rest(restMs, true);
      } catch (error) {
        this.failed(error);
        // A hint must not make a storm of attempts out of an outage.
        await this.rest(pause, false);
        pause = Math.min(pause * 2, longestPauseMs);
      }
    }
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
