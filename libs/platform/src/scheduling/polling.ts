import type { BeforeApplicationShutdown, OnApplicationBootstrap } from '@nestjs/common';
import type { PollLoop } from './poll-loop.js';

/** Polls for as long as the application runs. */
export abstract class Polling implements OnApplicationBootstrap, BeforeApplicationShutdown {
  protected abstract readonly loop: PollLoop;

  onApplicationBootstrap(): void {
    this.loop.start();
  }

  beforeApplicationShutdown(): Promise<void> {
    return this.loop.stop();
  }
}
