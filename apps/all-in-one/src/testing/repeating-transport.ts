import { type Journal, PostgresJournalTransport, type Subscription } from '#platform/messaging';

/** Brings each event twice, as a transport of at least once may, and everything once more from the beginning when told. */
export class RepeatingTransport extends PostgresJournalTransport {
  private readonly sources: Journal[] = [];
  private readonly durable: Subscription[] = [];

  override async publishFrom(journal: Journal): Promise<void> {
    this.sources.push(journal);
    await super.publishFrom(journal);
  }

  override async subscribe(subscription: Subscription): Promise<void> {
    const { consumer, topics, durable } = subscription;
    if (durable) this.durable.push(subscription);
    await super.subscribe({
      consumer,
      topics,
      durable,
      handle: async (event) => {
        await subscription.handle(event);
        await subscription.handle(event);
      },
      handleUnreadable: (message) => subscription.handleUnreadable(message),
    });
  }

  /** Returns how many events were brought again. */
  async repeatEverything(): Promise<number> {
    let repeated = 0;
    for (const journal of this.sources) {
      for (const subscription of this.durable) {
        const { events } = await journal.read(0, subscription.topics);
        for (const event of events) await subscription.handle(event);
        repeated += events.length;
      }
    }
    return repeated;
  }
}
