import { type BeforeApplicationShutdown, Inject, type OnApplicationBootstrap } from '@nestjs/common';
import { Clock } from '../clock/index.js';
import { PeriodicTask } from './periodic-task.js';

export interface SweepPlan {
  /** What it does, for whoever reads that it failed. */
  readonly name: string;
  readonly everySeconds: number;
}

/** Does what falls due by itself, from time to time for as long as the application runs. */
export abstract class Sweep implements OnApplicationBootstrap, BeforeApplicationShutdown {
  @Inject(Clock) protected readonly clock!: Clock;
  private readonly sweeping: PeriodicTask;

  protected constructor({ name, everySeconds }: SweepPlan) {
    this.sweeping = new PeriodicTask(name, everySeconds, () => this.sweep(this.clock.now()));
  }

  /** Does some of what is due at an instant; returns how many there were. */
  abstract sweep(now: string): Promise<number>;

  onApplicationBootstrap(): void {
    this.sweeping.start();
  }

  beforeApplicationShutdown(): Promise<void> {
    return this.sweeping.stop();
  }
}
