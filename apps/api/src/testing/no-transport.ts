import type { ConsumerProgress, EventTransport } from '#platform/messaging';

/** Brings nobody anything: for what isn't about what follows from events, where there are thousands of them. */
export class NoTransport implements EventTransport {
  async publishFrom(): Promise<void> {}

  async subscribe(): Promise<void> {}

  progress(): readonly ConsumerProgress[] {
    return [];
  }

  async stop(): Promise<void> {}
}
